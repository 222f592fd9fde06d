from luoshi.reading.head import read_head
from luoshi.reading.plan import read_plan
def read_source(source, *, kind=None, as_of=None):
    return read_plan(source, read_head(source))
