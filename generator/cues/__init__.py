"""Who says what in a sentence: quotation marks, cues, speakers and stance, shared by the stages that attribute."""
