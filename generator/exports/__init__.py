"""What other people's tools read: the report as JSON, one CSV a table, and the package that describes them."""

from generator.exports.contract import SCHEMA_VERSION, render_json, report_to_dict
from generator.exports.files import render_csv, render_files, render_package
from generator.exports.tables import TABLES, Field, Table

__all__ = [
    "SCHEMA_VERSION",
    "TABLES",
    "Field",
    "Table",
    "render_csv",
    "render_files",
    "render_json",
    "render_package",
    "report_to_dict",
]
