"""The words of numbers as data, apart from the rules that read them."""
