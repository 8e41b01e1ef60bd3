"""The table ``series`` goes: growth is read from the documents, as everywhere else (docs/decisions.md)."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("storage", "0003_counts_as")]
    operations = [migrations.DeleteModel(name="SeriesRow")]
