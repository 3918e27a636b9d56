# Words of the interface; a missing key is said in English.
