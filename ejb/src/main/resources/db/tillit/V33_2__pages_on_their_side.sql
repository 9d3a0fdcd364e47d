-- A page that nobody's code tells how it lies can lie on its side, too: turned clockwise it is read.
ALTER TABLE scanned_page DROP CONSTRAINT scanned_page_turned_check;
ALTER TABLE scanned_page ADD CHECK (turned IN (0, 90, 180, 270));
