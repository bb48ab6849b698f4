"""The words under which a yes is given: the catalogue, their versions, their translations."""
