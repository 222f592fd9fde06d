"""The files that were uploaded, as they came."""

from typing import ClassVar

from django.db import models

from luoshi.records.register.models.governments import Government


class SourceFile(models.Model):
    """The original bytes under their hash; the same file is kept once for a government."""

    government = models.ForeignKey(Government, on_delete=models.PROTECT, related_name="+")
    name = models.CharField("文件名", max_length=255)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    content = models.BinaryField()
    received_at = models.DateTimeField()

    class Meta:
        db_table = "register_sourcefile"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["government", "sha256"], name="register_sourcefile_once")
        ]

    def __str__(self) -> str:
        return self.name
