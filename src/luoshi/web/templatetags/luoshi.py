"""Filters and tags of all templates: figures that keep their unit, verdicts, icons."""

from django import template

register = template.Library()
