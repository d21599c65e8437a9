"""Generators on line art that artists drew, which has no true colours: as sets, and by people."""
