"""Pages for staff: one module a page, each view a query, a form or an action, and a template."""
