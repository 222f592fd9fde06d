"""What was read → what people and programs take away: JSON, tables, workbooks, marked pages."""
