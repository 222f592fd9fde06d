"""A corrected document beside the plan that it corrects: which line is which task, and what differs."""
