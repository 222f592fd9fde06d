"""What is seen in the browser: pages for staff (desk), without tables of its own."""
