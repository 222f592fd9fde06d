"""The model → documents that an office signs, in the layout of GB/T 9704-2012: Word, PDF, workbooks, calendars."""
