<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
 <context>
  <name>Actions</name>
  <message>
   <source>&amp;File</source>
   <translation>&amp;Datei</translation>
  </message>
  <message>
   <source>&amp;Edit</source>
   <translation>&amp;Bearbeiten</translation>
  </message>
  <message>
   <source>&amp;Select</source>
   <translation>&amp;Auswahl</translation>
  </message>
  <message>
   <source>&amp;Layer</source>
   <translation>&amp;Ebene</translation>
  </message>
  <message>
   <source>&amp;Tools</source>
   <translation>&amp;Werkzeuge</translation>
  </message>
  <message>
   <source>&amp;View</source>
   <translation>A&amp;nsicht</translation>
  </message>
  <message>
   <source>&amp;Colour</source>
   <translation>&amp;Farbe</translation>
  </message>
  <message>
   <source>&amp;Animation</source>
   <translation>An&amp;imation</translation>
  </message>
  <message>
   <source>&amp;Help</source>
   <translation>&amp;Hilfe</translation>
  </message>
  <message>
   <source>&amp;Open…</source>
   <translation>Ö&amp;ffnen…</translation>
  </message>
  <message>
   <source>Open with colour-&amp;trace lines…</source>
   <translation>&amp;Mit Colour-Trace-Linien öffnen…</translation>
  </message>
  <message>
   <source>Open animation &amp;frames…</source>
   <translation>&amp;Animationsbilder öffnen…</translation>
  </message>
  <message>
   <source>&amp;Save project</source>
   <translation>&amp;Projekt speichern</translation>
  </message>
  <message>
   <source>Save project &amp;as…</source>
   <translation>Projekt &amp;speichern unter…</translation>
  </message>
  <message>
   <source>&amp;Export PNG…</source>
   <translation>PNG &amp;exportieren…</translation>
  </message>
  <message>
   <source>Export Open&amp;Raster…</source>
   <translation>&amp;OpenRaster exportieren…</translation>
  </message>
  <message>
   <source>Export &amp;PSD…</source>
   <translation>PS&amp;D exportieren…</translation>
  </message>
  <message>
   <source>Export paint for Open&amp;Toonz…</source>
   <translation>Fa&amp;rben für OpenToonz exportieren…</translation>
  </message>
  <message>
   <source>One &amp;layer a colour</source>
   <translation>Eine Ebene &amp;je Farbe</translation>
  </message>
  <message>
   <source>&amp;Transparent layers</source>
   <translation>&amp;Transparente Ebenen</translation>
  </message>
  <message>
   <source>&amp;Quit</source>
   <translation>&amp;Beenden</translation>
  </message>
  <message>
   <source>&amp;Undo</source>
   <translation>&amp;Rückgängig</translation>
  </message>
  <message>
   <source>&amp;Redo</source>
   <translation>&amp;Wiederholen</translation>
  </message>
  <message>
   <source>Cu&amp;t</source>
   <translation>&amp;Ausschneiden</translation>
  </message>
  <message>
   <source>&amp;Copy</source>
   <translation>&amp;Kopieren</translation>
  </message>
  <message>
   <source>&amp;Paste</source>
   <translation>&amp;Einfügen</translation>
  </message>
  <message>
   <source>Clear all &amp;hints</source>
   <translation>Alle &amp;Hinweise löschen</translation>
  </message>
  <message>
   <source>Clear all b&amp;arriers</source>
   <translation>Alle &amp;Barrieren löschen</translation>
  </message>
  <message>
   <source>Clear all &amp;joins of regions</source>
   <translation>Alle &amp;Verbindungen von Regionen löschen</translation>
  </message>
  <message>
   <source>Clear all painted &amp;light</source>
   <translation>Alles &amp;gemalte Licht löschen</translation>
  </message>
  <message>
   <source>Clear all &amp;tags</source>
   <translation>Alle &amp;Tags löschen</translation>
  </message>
  <message>
   <source>&amp;Import hints…</source>
   <translation>Hinweise &amp;importieren…</translation>
  </message>
  <message>
   <source>Sa&amp;ve hints…</source>
   <translation>Hinweise &amp;speichern…</translation>
  </message>
  <message>
   <source>Pre&amp;ferences…</source>
   <translation>Ei&amp;nstellungen…</translation>
  </message>
  <message>
   <source>&amp;All</source>
   <translation>&amp;Alles</translation>
  </message>
  <message>
   <source>&amp;Nothing</source>
   <translation>&amp;Nichts</translation>
  </message>
  <message>
   <source>&amp;Invert</source>
   <translation>&amp;Umkehren</translation>
  </message>
  <message>
   <source>&amp;Delete what is painted there</source>
   <translation>&amp;Dort Gemaltes löschen</translation>
  </message>
  <message>
   <source>&amp;Add a paint layer</source>
   <translation>&amp;Malebene hinzufügen</translation>
  </message>
  <message>
   <source>&amp;Rename…</source>
   <translation>&amp;Umbenennen…</translation>
  </message>
  <message>
   <source>&amp;Group</source>
   <translation>&amp;Gruppieren</translation>
  </message>
  <message>
   <source>&amp;Ungroup</source>
   <translation>Gruppierung au&amp;fheben</translation>
  </message>
  <message>
   <source>&amp;Merge down</source>
   <translation>&amp;Nach unten vereinen</translation>
  </message>
  <message>
   <source>&amp;Delete layer</source>
   <translation>&amp;Ebene löschen</translation>
  </message>
  <message>
   <source>&amp;Lock alpha</source>
   <translation>&amp;Alpha sperren</translation>
  </message>
  <message>
   <source>&amp;Clip to regions</source>
   <translation>Auf &amp;Regionen begrenzen</translation>
  </message>
  <message>
   <source>&amp;Point hint</source>
   <translation>&amp;Punkthinweis</translation>
  </message>
  <message>
   <source>&amp;Brush</source>
   <translation>P&amp;insel</translation>
  </message>
  <message>
   <source>&amp;Fill region</source>
   <translation>&amp;Region füllen</translation>
  </message>
  <message>
   <source>Enc&amp;lose and fill</source>
   <translation>&amp;Umschließen und füllen</translation>
  </message>
  <message>
   <source>Barrie&amp;r</source>
   <translation>&amp;Barriere</translation>
  </message>
  <message>
   <source>&amp;Join regions</source>
   <translation>Regionen &amp;verbinden</translation>
  </message>
  <message>
   <source>&amp;Shadow brush</source>
   <translation>&amp;Schattenpinsel</translation>
  </message>
  <message>
   <source>&amp;Eraser</source>
   <translation>R&amp;adierer</translation>
  </message>
  <message>
   <source>Se&amp;lect</source>
   <translation>Aus&amp;wählen</translation>
  </message>
  <message>
   <source>Mo&amp;ve hint</source>
   <translation>&amp;Hinweis verschieben</translation>
  </message>
  <message>
   <source>Colour p&amp;icker</source>
   <translation>&amp;Farbpipette</translation>
  </message>
  <message>
   <source>&amp;Hand</source>
   <translation>Ha&amp;nd</translation>
  </message>
  <message>
   <source>&amp;Keep regions as they are</source>
   <translation>Regionen &amp;lassen, wie sie sind</translation>
  </message>
  <message>
   <source>Leave regions &amp;uncoloured</source>
   <translation>R&amp;egionen ungefärbt lassen</translation>
  </message>
  <message>
   <source>&amp;Next region without a colour</source>
   <translation>Nächste Region &amp;ohne Farbe</translation>
  </message>
  <message>
   <source>&amp;Last region without a colour</source>
   <translation>Vori&amp;ge Region ohne Farbe</translation>
  </message>
  <message>
   <source>Fill that regi&amp;on and go on</source>
   <translation>&amp;Diese Region füllen und weiter</translation>
  </message>
  <message>
   <source>&amp;Larger brush</source>
   <translation>Größerer Pinsel</translation>
  </message>
  <message>
   <source>&amp;Smaller brush</source>
   <translation>&amp;Kleinerer Pinsel</translation>
  </message>
  <message>
   <source>Pressure changes si&amp;ze</source>
   <translation>Dru&amp;ck ändert die Größe</translation>
  </message>
  <message>
   <source>Zoom &amp;in</source>
   <translation>&amp;Vergrößern</translation>
  </message>
  <message>
   <source>Zoom &amp;out</source>
   <translation>V&amp;erkleinern</translation>
  </message>
  <message>
   <source>&amp;Fit to window</source>
   <translation>&amp;An Fenster anpassen</translation>
  </message>
  <message>
   <source>&amp;100 %</source>
   <translation>&amp;100 %</translation>
  </message>
  <message>
   <source>Rotate &amp;left</source>
   <translation>&amp;Nach links drehen</translation>
  </message>
  <message>
   <source>Rotate &amp;right</source>
   <translation>Nach &amp;rechts drehen</translation>
  </message>
  <message>
   <source>&amp;Upright</source>
   <translation>A&amp;ufrecht</translation>
  </message>
  <message>
   <source>&amp;Mirror the view</source>
   <translation>Ansicht &amp;spiegeln</translation>
  </message>
  <message>
   <source>&amp;Canvas only</source>
   <translation>Nur &amp;Leinwand</translation>
  </message>
  <message>
   <source>F&amp;ull screen</source>
   <translation>V&amp;ollbild</translation>
  </message>
  <message>
   <source>&amp;Before and after</source>
   <translation>Vor&amp;her und nachher</translation>
  </message>
  <message>
   <source>Take a &amp;snapshot</source>
   <translation>S&amp;chnappschuss aufnehmen</translation>
  </message>
  <message>
   <source>Snapshots side &amp;by side</source>
   <translation>Schna&amp;ppschüsse nebeneinander</translation>
  </message>
  <message>
   <source>A snapshot of &amp;each generator</source>
   <translation>Schnappschuss von &amp;jedem Generator</translation>
  </message>
  <message>
   <source>Mini ma&amp;p</source>
   <translation>Ü&amp;bersichtskarte</translation>
  </message>
  <message>
   <source>Pi&amp;xel grid</source>
   <translation>P&amp;ixelraster</translation>
  </message>
  <message>
   <source>Show &amp;hints</source>
   <translation>Hinweise &amp;zeigen</translation>
  </message>
  <message>
   <source>Show &amp;gaps in the lines</source>
   <translation>Lücken in &amp;den Linien zeigen</translation>
  </message>
  <message>
   <source>Show &amp;regions</source>
   <translation>Re&amp;gionen zeigen</translation>
  </message>
  <message>
   <source>&amp;Play on the canvas</source>
   <translation>&amp;Auf der Leinwand abspielen</translation>
  </message>
  <message>
   <source>Frame &amp;before</source>
   <translation>&amp;Bild davor</translation>
  </message>
  <message>
   <source>Frame &amp;after</source>
   <translation>Bild &amp;danach</translation>
  </message>
  <message>
   <source>&amp;Next doubtful region</source>
   <translation>&amp;Nächste zweifelhafte Region</translation>
  </message>
  <message>
   <source>&amp;Last doubtful region</source>
   <translation>&amp;Vorige zweifelhafte Region</translation>
  </message>
  <message>
   <source>Next colour &amp;pop</source>
   <translation>Nächster &amp;Farbsprung</translation>
  </message>
  <message>
   <source>&amp;Live colour</source>
   <translation>&amp;Live-Farbe</translation>
  </message>
  <message>
   <source>Colour &amp;now</source>
   <translation>&amp;Jetzt färben</translation>
  </message>
  <message>
   <source>L&amp;ight</source>
   <translation>L&amp;icht</translation>
  </message>
  <message>
   <source>S&amp;wap both colours</source>
   <translation>&amp;Beide Farben tauschen</translation>
  </message>
  <message>
   <source>&amp;Add the brush's colour to the palette</source>
   <translation>&amp;Pinselfarbe in die Palette aufnehmen</translation>
  </message>
  <message>
   <source>Next colour s&amp;et</source>
   <translation>&amp;Nächster Farbsatz</translation>
  </message>
  <message>
   <source>&amp;Open palette…</source>
   <translation>P&amp;alette öffnen…</translation>
  </message>
  <message>
   <source>&amp;Save palette…</source>
   <translation>Palette &amp;speichern…</translation>
  </message>
  <message>
   <source>&amp;Manual</source>
   <translation>&amp;Handbuch</translation>
  </message>
  <message>
   <source>&amp;Tour of two minutes</source>
   <translation>R&amp;undgang in zwei Minuten</translation>
  </message>
  <message>
   <source>&amp;Pen, mouse and keys</source>
   <translation>&amp;Stift, Maus und Tasten</translation>
  </message>
  <message>
   <source>&amp;About Tintline</source>
   <translation>Über &amp;Tintline</translation>
  </message>
  <message>
   <source>&amp;Undo {step}</source>
   <translation>&amp;Rückgängig: {step}</translation>
  </message>
  <message>
   <source>there is nothing to take back</source>
   <translation>es gibt nichts zurückzunehmen</translation>
  </message>
  <message>
   <source>&amp;Redo {step}</source>
   <translation>&amp;Wiederholen: {step}</translation>
  </message>
  <message>
   <source>there is nothing to do again</source>
   <translation>es gibt nichts zu wiederholen</translation>
  </message>
  <message>
   <source>open a drawing first</source>
   <translation>zuerst eine Zeichnung öffnen</translation>
  </message>
  <message>
   <source>there are no hints</source>
   <translation>es gibt keine Hinweise</translation>
  </message>
  <message>
   <source>there are no barriers</source>
   <translation>es gibt keine Barrieren</translation>
  </message>
  <message>
   <source>no regions are joined</source>
   <translation>keine Regionen sind verbunden</translation>
  </message>
  <message>
   <source>no shade or light is painted</source>
   <translation>weder Schatten noch Licht ist gemalt</translation>
  </message>
  <message>
   <source>there are no tags</source>
   <translation>es gibt keine Tags</translation>
  </message>
  <message>
   <source>nothing is selected</source>
   <translation>nichts ist ausgewählt</translation>
  </message>
  <message>
   <source>choose a paint layer first</source>
   <translation>zuerst eine Malebene wählen</translation>
  </message>
  <message>
   <source>the palette has no swatches</source>
   <translation>die Palette hat keine Farbfelder</translation>
  </message>
  <message>
   <source>choose a group first</source>
   <translation>zuerst eine Gruppe wählen</translation>
  </message>
  <message>
   <source>no visible paint layer lies right below</source>
   <translation>direkt darunter liegt keine sichtbare Malebene</translation>
  </message>
 </context>
 <context>
  <name>Animation</name>
  <message>
   <source>Failed</source>
   <translation>Fehlgeschlagen</translation>
  </message>
  <message>
   <source>Not coloured yet</source>
   <translation>Noch nicht gefärbt</translation>
  </message>
  <message>
   <source>Unfilled</source>
   <translation>Nicht gefüllt</translation>
  </message>
  <message>
   <source>Left open</source>
   <translation>Offen gelassen</translation>
  </message>
  <message>
   <source>Off palette</source>
   <translation>Nicht in der Palette</translation>
  </message>
  <message>
   <source>Flicker</source>
   <translation>Flackern</translation>
  </message>
  <message>
   <source>Colour pop</source>
   <translation>Farbsprung</translation>
  </message>
  <message>
   <source>Islands</source>
   <translation>Inseln</translation>
  </message>
  <message>
   <source>Low confidence</source>
   <translation>Unsicher</translation>
  </message>
  <message>
   <source>New regions</source>
   <translation>Neue Regionen</translation>
  </message>
  <message>
   <source>Light not turned</source>
   <translation>Licht nicht mitgedreht</translation>
  </message>
  <message>
   <source>No hints</source>
   <translation>Keine Hinweise</translation>
  </message>
  <message>
   <source>Hints not obeyed</source>
   <translation>Hinweise nicht befolgt</translation>
  </message>
  <message>
   <source>Frames</source>
   <translation>Bilder</translation>
  </message>
  <message>
   <source>the folder</source>
   <translation>der Ordner</translation>
  </message>
  <message>
   <source>Cuts</source>
   <translation>Schnitte</translation>
  </message>
  <message>
   <source>{count} repeat an earlier drawing and are coloured once</source>
   <translation>{count} wiederholen eine frühere Zeichnung und werden einmal gefärbt</translation>
  </message>
  <message>
   <source>Held</source>
   <translation>Gehalten</translation>
  </message>
  <message>
   <source>Gaps</source>
   <translation>Lücken</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>Notizen</translation>
  </message>
  <message>
   <source>Unreadable</source>
   <translation>Unlesbar</translation>
  </message>
  <message>
   <source>Results</source>
   <translation>Ergebnisse</translation>
  </message>
  <message>
   <source>{count} of {cut} ({size}): give one of them hints</source>
   <translation>{count} von {cut} ({size}): einem davon Hinweise geben</translation>
  </message>
  <message>
   <source>Key frames</source>
   <translation>Schlüsselbilder</translation>
  </message>
  <message>
   <source>{title} takes no hints; frames are coloured one by one</source>
   <translation>{title} nimmt keine Hinweise; Bilder werden einzeln gefärbt</translation>
  </message>
  <message>
   <source>{frame} ({count} hints)</source>
   <translation>{frame} ({count} Hinweise)</translation>
  </message>
  <message>
   <source>the first frame, coloured by its tags</source>
   <translation>das erste Bild, nach seinen Tags gefärbt</translation>
  </message>
  <message>
   <source>none yet: double-click a frame and give it hints</source>
   <translation>noch keine: ein Bild doppelklicken und ihm Hinweise geben</translation>
  </message>
  <message>
   <source>Tags</source>
   <translation>Tags</translation>
  </message>
  <message>
   <source>none</source>
   <translation>keine</translation>
  </message>
  <message>
   <source>{tags}; {title} takes no tags</source>
   <translation>{tags}; {title} nimmt keine Tags</translation>
  </message>
  <message>
   <source>Palette</source>
   <translation>Palette</translation>
  </message>
  <message>
   <source>{count} colours and no other</source>
   <translation>{count} Farben und keine anderen</translation>
  </message>
  <message>
   <source>any colour</source>
   <translation>jede Farbe</translation>
  </message>
  <message>
   <source>any colour: the open drawing's lock to {count} does not hold here; lock the palette in a frame of the cut if it shall</source>
   <translation>jede Farbe: die Sperre der offenen Zeichnung auf {count} gilt hier nicht; dafür die Palette in einem Bild des Schnitts sperren</translation>
  </message>
  <message>
   <source>from {angle}°, {style}</source>
   <translation>von {angle}°, {style}</translation>
  </message>
  <message>
   <source>cel</source>
   <translation>Cel</translation>
  </message>
  <message>
   <source>two tones</source>
   <translation>zwei Töne</translation>
  </message>
  <message>
   <source>soft</source>
   <translation>weich</translation>
  </message>
  <message>
   <source>, turns with the figure</source>
   <translation>, dreht sich mit der Figur</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Licht</translation>
  </message>
  <message>
   <source>(from the drawing that was open)</source>
   <translation>(aus der offenen Zeichnung)</translation>
  </message>
  <message>
   <source>(kept with the results)</source>
   <translation>(bei den Ergebnissen aufbewahrt)</translation>
  </message>
  <message>
   <source>Generator</source>
   <translation>Generator</translation>
  </message>
  <message>
   <source>{title} until this run is over, then {other}</source>
   <translation>{title} bis zum Ende dieses Laufs, dann {other}</translation>
  </message>
  <message>
   <source>about {needed} needed</source>
   <translation>etwa {needed} nötig</translation>
  </message>
  <message>
   <source>Disk</source>
   <translation>Speicherplatz</translation>
  </message>
  <message>
   <source>{free} free</source>
   <translation>{free} frei</translation>
  </message>
  <message>
   <source>{hours} h {minutes:02d} min left</source>
   <translation>noch {hours} h {minutes:02d} min</translation>
  </message>
  <message>
   <source>{minutes} min {seconds:02d} s left</source>
   <translation>noch {minutes} min {seconds:02d} s</translation>
  </message>
  <message>
   <source>{seconds} s left</source>
   <translation>noch {seconds} s</translation>
  </message>
  <message>
   <source>Nothing to look at in {count} frames</source>
   <translation>In {count} Bildern ist nichts anzusehen</translation>
  </message>
  <message>
   <source>{count} of {total} frames want a look</source>
   <translation>{count} von {total} Bildern sollten angesehen werden</translation>
  </message>
  <message>
   <source>flicker {value:.2f}</source>
   <translation>Flackern {value:.2f}</translation>
  </message>
  <message>
   <source>Corrected by hand: 1 place in 1 frame</source>
   <translation>Von Hand korrigiert: 1 Stelle in 1 Bild</translation>
  </message>
  <message>
   <source>Corrected by hand: {places} places in 1 frame</source>
   <translation>Von Hand korrigiert: {places} Stellen in 1 Bild</translation>
  </message>
  <message>
   <source>Corrected by hand: {places} places in {frames} frames</source>
   <translation>Von Hand korrigiert: {places} Stellen in {frames} Bildern</translation>
  </message>
  <message>
   <source>place {number} of {count}</source>
   <translation>Stelle {number} von {count}</translation>
  </message>
  <message>
   <source>and {count} more</source>
   <translation>und {count} weitere</translation>
  </message>
 </context>
 <context>
  <name>AnimationControl</name>
  <message>
   <source>Choose a folder of frames</source>
   <translation>Ordner mit Bildern wählen</translation>
  </message>
  <message>
   <source>Stop the running batch before opening other frames.</source>
   <translation>Den laufenden Stapel anhalten, bevor andere Bilder geöffnet werden.</translation>
  </message>
  <message>
   <source>Choose where the coloured frames go</source>
   <translation>Ziel der gefärbten Bilder wählen</translation>
  </message>
  <message>
   <source>Results cannot lie among the frames: choose another folder.</source>
   <translation>Ergebnisse können nicht zwischen den Bildern liegen: einen anderen Ordner wählen.</translation>
  </message>
  <message>
   <source>Looking through {name}…</source>
   <translation>{name} wird durchgesehen…</translation>
  </message>
  <message>
   <source>{folder}: holds no line drawings</source>
   <translation>{folder}: enthält keine Strichzeichnungen</translation>
  </message>
  <message>
   <source>Looking through {name}… {count} frames</source>
   <translation>{name} wird durchgesehen… {count} Bilder</translation>
  </message>
  <message>
   <source>Checking the folder of results…</source>
   <translation>Der Ergebnisordner wird geprüft…</translation>
  </message>
 </context>
 <context>
  <name>Banner</name>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
 </context>
 <context>
  <name>BatchPanel</name>
  <message>
   <source>Plan</source>
   <translation>Plan</translation>
  </message>
  <message>
   <source>Playback</source>
   <translation>Wiedergabe</translation>
  </message>
  <message>
   <source>Report</source>
   <translation>Bericht</translation>
  </message>
  <message>
   <source>Choose another folder of frames</source>
   <translation>Anderen Ordner mit Bildern wählen</translation>
  </message>
  <message>
   <source>Choose where the coloured frames go</source>
   <translation>Ziel der gefärbten Bilder wählen</translation>
  </message>
  <message>
   <source>Colour all</source>
   <translation>Alle färben</translation>
  </message>
  <message>
   <source>Pause after this frame</source>
   <translation>Nach diesem Bild pausieren</translation>
  </message>
  <message>
   <source>Stop; what is done stays</source>
   <translation>Anhalten; was fertig ist, bleibt</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Öffnen</translation>
  </message>
  <message>
   <source>Open in the canvas to add hints (double-click or Enter)</source>
   <translation>Auf der Leinwand öffnen, um Hinweise zu geben (Doppelklick oder Eingabe)</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>Retry {count}</source>
   <translation>{count} wiederholen</translation>
  </message>
  <message>
   <source>Read files that could not be read again, and colour what failed</source>
   <translation>Unlesbare Dateien neu lesen und Fehlgeschlagenes färben</translation>
  </message>
  <message>
   <source>Redo {count} frames</source>
   <translation>{count} Bilder erneuern</translation>
  </message>
  <message>
   <source>Redo 1 frame</source>
   <translation>1 Bild erneuern</translation>
  </message>
  <message>
   <source>{done} of {total}</source>
   <translation>{done} von {total}</translation>
  </message>
  <message>
   <source>paused</source>
   <translation>pausiert</translation>
  </message>
  <message>
   <source>{count} failed</source>
   <translation>{count} fehlgeschlagen</translation>
  </message>
  <message>
   <source>{total} frames done</source>
   <translation>{total} Bilder fertig</translation>
  </message>
 </context>
 <context>
  <name>Blend</name>
  <message>
   <source>Normal</source>
   <translation>Normal</translation>
  </message>
  <message>
   <source>Multiply</source>
   <translation>Multiplizieren</translation>
  </message>
  <message>
   <source>Screen</source>
   <translation>Bildschirm</translation>
  </message>
  <message>
   <source>Overlay</source>
   <translation>Überlagern</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>Addieren</translation>
  </message>
 </context>
 <context>
  <name>CanvasPlayback</name>
  <message>
   <source>Reading frames…</source>
   <translation>Bilder werden gelesen…</translation>
  </message>
 </context>
 <context>
  <name>CanvasWidget</name>
  <message>
   <source>Canvas</source>
   <translation>Leinwand</translation>
  </message>
  <message>
   <source>Drawing</source>
   <translation>Zeichnung</translation>
  </message>
 </context>
 <context>
  <name>Card</name>
  <message>
   <source>Done</source>
   <translation>Geschafft</translation>
  </message>
  <message>
   <source>Leave</source>
   <translation>Beenden</translation>
  </message>
  <message>
   <source>Leave the tour; the drawing stays open</source>
   <translation>Den Rundgang beenden; die Zeichnung bleibt offen</translation>
  </message>
  <message>
   <source>Finish</source>
   <translation>Fertig</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>Tour, step {number} of {count}</source>
   <translation>Rundgang, Schritt {number} von {count}</translation>
  </message>
 </context>
 <context>
  <name>ClipboardControl</name>
  <message>
   <source>There is nothing to copy on {layer} in the selection.</source>
   <translation>In der Auswahl gibt es auf {layer} nichts zu kopieren.</translation>
  </message>
  <message>
   <source>Copied. Only paint and hints can be cut.</source>
   <translation>Kopiert. Nur Gemaltes und Hinweise lassen sich ausschneiden.</translation>
  </message>
  <message>
   <source>The clipboard holds no picture and no hints.</source>
   <translation>Die Zwischenablage enthält weder Bild noch Hinweise.</translation>
  </message>
  <message>
   <source>The clipboard holds more hints than can be read.</source>
   <translation>Die Zwischenablage enthält mehr Hinweise, als gelesen werden können.</translation>
  </message>
 </context>
 <context>
  <name>ColorFiles</name>
  <message>
   <source>Palettes ({endings});;All files (*)</source>
   <translation>Paletten ({endings});;Alle Dateien (*)</translation>
  </message>
  <message>
   <source>Palette {name}: {count} swatches</source>
   <translation>Palette {name}: {count} Farbfelder</translation>
  </message>
  <message>
   <source>Palette {name}: {count} swatches in {sets} colour sets</source>
   <translation>Palette {name}: {count} Farbfelder in {sets} Farbsätzen</translation>
  </message>
  <message>
   <source>Palettes</source>
   <translation>Paletten</translation>
  </message>
  <message>
   <source>Hints ({endings});;All files (*)</source>
   <translation>Hinweise ({endings});;Alle Dateien (*)</translation>
  </message>
  <message>
   <source>{count} hints of {name}</source>
   <translation>{count} Hinweise von {name}</translation>
  </message>
  <message>
   <source>{name}: {outside} of {count} hints lie outside of the drawing</source>
   <translation>{name}: {outside} von {count} Hinweisen liegen außerhalb der Zeichnung</translation>
  </message>
  <message>
   <source>Hints</source>
   <translation>Hinweise</translation>
  </message>
  <message>
   <source>{path}: open a line drawing first</source>
   <translation>{path}: zuerst eine Strichzeichnung öffnen</translation>
  </message>
  <message>
   <source>Reading {name}…</source>
   <translation>{name} wird gelesen…</translation>
  </message>
  <message>
   <source>Saving {name}…</source>
   <translation>{name} wird gespeichert…</translation>
  </message>
 </context>
 <context>
  <name>ColorPage</name>
  <message>
   <source>Colour</source>
   <translation>Farbe</translation>
  </message>
  <message>
   <source>Around the picture</source>
   <translation>Um das Bild</translation>
  </message>
  <message>
   <source>As the theme</source>
   <translation>Wie das Design</translation>
  </message>
  <message>
   <source>Black</source>
   <translation>Schwarz</translation>
  </message>
  <message>
   <source>Dark grey</source>
   <translation>Dunkelgrau</translation>
  </message>
  <message>
   <source>Middle grey</source>
   <translation>Mittelgrau</translation>
  </message>
  <message>
   <source>Light grey</source>
   <translation>Hellgrau</translation>
  </message>
  <message>
   <source>White</source>
   <translation>Weiß</translation>
  </message>
  <message>
   <source>Forget them</source>
   <translation>Vergessen</translation>
  </message>
  <message>
   <source>Forget the colours painted with last</source>
   <translation>Zuletzt benutzte Farben vergessen</translation>
  </message>
  <message>
   <source>Colours painted with last</source>
   <translation>Zuletzt benutzte Farben</translation>
  </message>
  <message>
   <source>What lies beside a colour changes how it is seen, so it is neutral here.</source>
   <translation>Was neben einer Farbe liegt, ändert, wie man sie sieht; darum ist es hier neutral.</translation>
  </message>
 </context>
 <context>
  <name>ColorPanel</name>
  <message>
   <source>Colour as hexadecimal digits</source>
   <translation>Farbe in Hexadezimalziffern</translation>
  </message>
  <message>
   <source>Pick a colour from the picture</source>
   <translation>Farbe aus dem Bild aufnehmen</translation>
  </message>
  <message>
   <source>Pick a colour from the picture, or hold Alt</source>
   <translation>Farbe aus dem Bild aufnehmen, oder Alt halten</translation>
  </message>
  <message>
   <source>Numbers of the colour</source>
   <translation>Zahlen der Farbe</translation>
  </message>
  <message>
   <source>Colour as #rrggbb</source>
   <translation>Farbe als #rrggbb</translation>
  </message>
 </context>
 <context>
  <name>ColorWheel</name>
  <message>
   <source>Colour wheel</source>
   <translation>Farbkreis</translation>
  </message>
  <message>
   <source>Arrows change saturation and value, Page Up and Page Down the hue</source>
   <translation>Pfeiltasten ändern Sättigung und Helligkeit, Bild auf und Bild ab den Farbton</translation>
  </message>
 </context>
 <context>
  <name>Conditions</name>
  <message>
   <source>Generator: {title}</source>
   <translation>Generator: {title}</translation>
  </message>
  <message>
   <source>1 tag</source>
   <translation>1 Tag</translation>
  </message>
  <message>
   <source>{count} tags</source>
   <translation>{count} Tags</translation>
  </message>
  <message>
   <source>Tags: {names}</source>
   <translation>Tags: {names}</translation>
  </message>
  <message>
   <source>locked to {count} colours</source>
   <translation>auf {count} Farben gesperrt</translation>
  </message>
  <message>
   <source>Palette lock, no other colour: {colors}</source>
   <translation>Palettensperre, keine andere Farbe: {colors}</translation>
  </message>
  <message>
   <source>trace lines</source>
   <translation>Trace-Linien</translation>
  </message>
  <message>
   <source>Trace lines bound shade and highlights.</source>
   <translation>Trace-Linien begrenzen Schatten und Lichter.</translation>
  </message>
  <message>
   <source>live colour off</source>
   <translation>Live-Farbe aus</translation>
  </message>
  <message>
   <source>Live colour is off: Colour now colours what has changed.</source>
   <translation>Live-Farbe ist aus: „Jetzt färben“ färbt, was sich geändert hat.</translation>
  </message>
 </context>
 <context>
  <name>CurveEdit</name>
  <message>
   <source>Pressure curve</source>
   <translation>Druckkurve</translation>
  </message>
  <message>
   <source>Page Up and Page Down choose a point, arrows move it, Delete takes it away</source>
   <translation>Bild auf und Bild ab wählen einen Punkt, Pfeiltasten bewegen ihn, Entf entfernt ihn</translation>
  </message>
 </context>
 <context>
  <name>CutReports</name>
  <message>
   <source>The report follows when all frames are done.</source>
   <translation>Der Bericht folgt, wenn alle Bilder fertig sind.</translation>
  </message>
  <message>
   <source>Writing the report…</source>
   <translation>Der Bericht wird geschrieben…</translation>
  </message>
 </context>
 <context>
  <name>Devices</name>
  <message>
   <source>the CPU was asked for</source>
   <translation>die CPU wurde verlangt</translation>
  </message>
  <message>
   <source>an NVIDIA GPU was found</source>
   <translation>eine NVIDIA-GPU wurde gefunden</translation>
  </message>
  <message>
   <source>the watershed fill needs no other device</source>
   <translation>die Wasserscheidenfüllung braucht kein anderes Gerät</translation>
  </message>
 </context>
 <context>
  <name>Dialogs</name>
  <message>
   <source>Unsaved changes</source>
   <translation>Ungespeicherte Änderungen</translation>
  </message>
  <message>
   <source>Save the changes to {name}?</source>
   <translation>Änderungen an {name} speichern?</translation>
  </message>
  <message>
   <source>Hints, tags and layers are lost if they are not saved.</source>
   <translation>Hinweise, Tags und Ebenen gehen sonst verloren.</translation>
  </message>
  <message>
   <source>Unsaved work</source>
   <translation>Ungespeicherte Arbeit</translation>
  </message>
  <message>
   <source>Restore the unsaved work on {name}?</source>
   <translation>Ungespeicherte Arbeit an {name} wiederherstellen?</translation>
  </message>
  <message>
   <source>Tintline did not end properly; this was kept on {when}.</source>
   <translation>Tintline wurde nicht ordentlich beendet; dies ist der Stand vom {when}.</translation>
  </message>
  <message>
   <source>Restore</source>
   <translation>Wiederherstellen</translation>
  </message>
  <message>
   <source>Discard</source>
   <translation>Verwerfen</translation>
  </message>
  <message>
   <source>Decide later</source>
   <translation>Später entscheiden</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Öffnen</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Speichern</translation>
  </message>
  <message>
   <source>Replace file</source>
   <translation>Datei ersetzen</translation>
  </message>
  <message>
   <source>{name} exists already. Replace it?</source>
   <translation>{name} gibt es schon. Ersetzen?</translation>
  </message>
  <message>
   <source>Replace</source>
   <translation>Ersetzen</translation>
  </message>
 </context>
 <context>
  <name>Divider</name>
  <message>
   <source>Divider between before and after</source>
   <translation>Teiler zwischen vorher und nachher</translation>
  </message>
  <message>
   <source>Left and right arrows move it</source>
   <translation>Pfeiltasten links und rechts bewegen ihn</translation>
  </message>
 </context>
 <context>
  <name>DoubtWalk</name>
  <message>
   <source>Nothing doubtful: the report lists no place.</source>
   <translation>Nichts Zweifelhaftes: der Bericht nennt keine Stelle.</translation>
  </message>
  <message>
   <source>No colour pops: the report of the finished cut lists none.</source>
   <translation>Keine Farbsprünge: der Bericht des fertigen Schnitts nennt keine.</translation>
  </message>
  <message>
   <source>{number} of {count} · {frame} · {kind}</source>
   <translation>{number} von {count} · {frame} · {kind}</translation>
  </message>
 </context>
 <context>
  <name>Easel</name>
  <message>
   <source>Choose a paint layer, or add one.</source>
   <translation>Eine Malebene wählen oder hinzufügen.</translation>
  </message>
  <message>
   <source>{layer} is hidden: show it to paint on it.</source>
   <translation>{layer} ist ausgeblendet: zum Malen einblenden.</translation>
  </message>
 </context>
 <context>
  <name>Edits</name>
  <message>
   <source>Dropped colour</source>
   <translation>Abgelegte Farbe</translation>
  </message>
  <message>
   <source>Fill</source>
   <translation>Füllen</translation>
  </message>
  <message>
   <source>Erase paint</source>
   <translation>Farbe radieren</translation>
  </message>
  <message>
   <source>Paint</source>
   <translation>Malen</translation>
  </message>
  <message>
   <source>background</source>
   <translation>Hintergrund</translation>
  </message>
  <message>
   <source>hair</source>
   <translation>Haare</translation>
  </message>
  <message>
   <source>eyes</source>
   <translation>Augen</translation>
  </message>
  <message>
   <source>skin</source>
   <translation>Haut</translation>
  </message>
  <message>
   <source>mouth</source>
   <translation>Mund</translation>
  </message>
  <message>
   <source>brows</source>
   <translation>Brauen</translation>
  </message>
  <message>
   <source>top</source>
   <translation>Oberteil</translation>
  </message>
  <message>
   <source>skirt or trousers</source>
   <translation>Rock oder Hose</translation>
  </message>
  <message>
   <source>dress</source>
   <translation>Kleid</translation>
  </message>
  <message>
   <source>legwear</source>
   <translation>Beinkleidung</translation>
  </message>
  <message>
   <source>footwear</source>
   <translation>Schuhe</translation>
  </message>
  <message>
   <source>hat</source>
   <translation>Hut</translation>
  </message>
  <message>
   <source>glasses</source>
   <translation>Brille</translation>
  </message>
  <message>
   <source>ornament</source>
   <translation>Schmuck</translation>
  </message>
  <message>
   <source>Replace colour</source>
   <translation>Farbe ersetzen</translation>
  </message>
  <message>
   <source>Recolour {part}</source>
   <translation>Umfärben: {part}</translation>
  </message>
  <message>
   <source>dark</source>
   <translation>dunkel</translation>
  </message>
  <message>
   <source>light</source>
   <translation>hell</translation>
  </message>
  <message>
   <source>alpha</source>
   <translation>Alpha</translation>
  </message>
  <message>
   <source>Add hint</source>
   <translation>Hinweis hinzufügen</translation>
  </message>
  <message>
   <source>Erase hints</source>
   <translation>Hinweise radieren</translation>
  </message>
  <message>
   <source>Move hint</source>
   <translation>Hinweis verschieben</translation>
  </message>
  <message>
   <source>Clear hints</source>
   <translation>Hinweise löschen</translation>
  </message>
  <message>
   <source>Import hints</source>
   <translation>Hinweise importieren</translation>
  </message>
  <message>
   <source>Tag {tag}</source>
   <translation>Tag {tag}</translation>
  </message>
  <message>
   <source>Set tags</source>
   <translation>Tags setzen</translation>
  </message>
  <message>
   <source>Show layer</source>
   <translation>Ebene einblenden</translation>
  </message>
  <message>
   <source>Hide layer</source>
   <translation>Ebene ausblenden</translation>
  </message>
  <message>
   <source>Opacity of layer</source>
   <translation>Deckkraft der Ebene</translation>
  </message>
  <message>
   <source>Change palette</source>
   <translation>Palette ändern</translation>
  </message>
  <message>
   <source>Change generator</source>
   <translation>Generator wechseln</translation>
  </message>
  <message>
   <source>Tidy as usual</source>
   <translation>Säubern wie üblich</translation>
  </message>
  <message>
   <source>Tidy {share}</source>
   <translation>Säubern {share}</translation>
  </message>
  <message>
   <source>Variant {number}</source>
   <translation>Variante {number}</translation>
  </message>
  <message>
   <source>find out</source>
   <translation>selbst finden</translation>
  </message>
  <message>
   <source>Lines: {kind}, paper off</source>
   <translation>Linien: {kind}, ohne Papier</translation>
  </message>
  <message>
   <source>Lines: {kind}</source>
   <translation>Linien: {kind}</translation>
  </message>
  <message>
   <source>Lines as drawn</source>
   <translation>Linien wie gezeichnet</translation>
  </message>
  <message>
   <source>Lines by the colours beside</source>
   <translation>Linien in Tönen der Nachbarfarben</translation>
  </message>
  <message>
   <source>Lines {color}</source>
   <translation>Linien {color}</translation>
  </message>
  <message>
   <source>Return to {name}</source>
   <translation>Zurück zu {name}</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Öffnen</translation>
  </message>
  <message>
   <source>Change light</source>
   <translation>Licht ändern</translation>
  </message>
  <message>
   <source>Paint light</source>
   <translation>Licht malen</translation>
  </message>
  <message>
   <source>painted light</source>
   <translation>gemaltes Licht</translation>
  </message>
  <message>
   <source>barriers</source>
   <translation>Barrieren</translation>
  </message>
  <message>
   <source>joins</source>
   <translation>Verbindungen</translation>
  </message>
  <message>
   <source>Erase {marks}</source>
   <translation>{marks} radieren</translation>
  </message>
  <message>
   <source>Clear {marks}</source>
   <translation>{marks} löschen</translation>
  </message>
  <message>
   <source>normal</source>
   <translation>normal</translation>
  </message>
  <message>
   <source>multiply</source>
   <translation>multiplizieren</translation>
  </message>
  <message>
   <source>screen</source>
   <translation>Bildschirm</translation>
  </message>
  <message>
   <source>overlay</source>
   <translation>überlagern</translation>
  </message>
  <message>
   <source>add</source>
   <translation>addieren</translation>
  </message>
  <message>
   <source>Add layer {layer}</source>
   <translation>Ebene {layer} hinzufügen</translation>
  </message>
  <message>
   <source>Delete layer {layer}</source>
   <translation>Ebene {layer} löschen</translation>
  </message>
  <message>
   <source>Rename layer to {layer}</source>
   <translation>Ebene in {layer} umbenennen</translation>
  </message>
  <message>
   <source>Blend by {mode}</source>
   <translation>Füllmethode: {mode}</translation>
  </message>
  <message>
   <source>Lock alpha</source>
   <translation>Alpha sperren</translation>
  </message>
  <message>
   <source>Unlock alpha</source>
   <translation>Alpha freigeben</translation>
  </message>
  <message>
   <source>Clip to regions</source>
   <translation>Auf Regionen begrenzen</translation>
  </message>
  <message>
   <source>Paint across regions</source>
   <translation>Über Regionen hinweg malen</translation>
  </message>
  <message>
   <source>Merge down</source>
   <translation>Nach unten vereinen</translation>
  </message>
  <message>
   <source>Group layers</source>
   <translation>Ebenen gruppieren</translation>
  </message>
  <message>
   <source>Ungroup layers</source>
   <translation>Ebenengruppe aufheben</translation>
  </message>
  <message>
   <source>Merge group</source>
   <translation>Gruppe vereinen</translation>
  </message>
  <message>
   <source>Move layer</source>
   <translation>Ebene verschieben</translation>
  </message>
  <message>
   <source>Take colours from {name}</source>
   <translation>Farben von {name} nehmen</translation>
  </message>
  <message>
   <source>Take colours from {count} drawings</source>
   <translation>Farben von {count} Zeichnungen nehmen</translation>
  </message>
  <message>
   <source>Remove reference</source>
   <translation>Referenz entfernen</translation>
  </message>
  <message>
   <source>Pair places</source>
   <translation>Stellen paaren</translation>
  </message>
  <message>
   <source>Clear pairs</source>
   <translation>Paare löschen</translation>
  </message>
  <message>
   <source>Barrier</source>
   <translation>Barriere</translation>
  </message>
  <message>
   <source>Join regions</source>
   <translation>Regionen verbinden</translation>
  </message>
  <message>
   <source>Close gap</source>
   <translation>Lücke schließen</translation>
  </message>
  <message>
   <source>Leave gap open</source>
   <translation>Lücke offen lassen</translation>
  </message>
  <message>
   <source>Smallest region usual</source>
   <translation>Kleinste Region wie üblich</translation>
  </message>
  <message>
   <source>Smallest region {size} px</source>
   <translation>Kleinste Region {size} px</translation>
  </message>
  <message>
   <source>Close usual gaps</source>
   <translation>Übliche Lücken schließen</translation>
  </message>
  <message>
   <source>Close gaps up to {size} px</source>
   <translation>Lücken bis {size} px schließen</translation>
  </message>
  <message>
   <source>Select</source>
   <translation>Auswählen</translation>
  </message>
  <message>
   <source>Delete paint</source>
   <translation>Gemaltes löschen</translation>
  </message>
  <message>
   <source>Cel shade</source>
   <translation>Cel-Schatten</translation>
  </message>
  <message>
   <source>Two-tone shade</source>
   <translation>Schatten in zwei Tönen</translation>
  </message>
  <message>
   <source>Soft shade</source>
   <translation>Weicher Schatten</translation>
  </message>
  <message>
   <source>Light follows the camera</source>
   <translation>Licht folgt der Kamera</translation>
  </message>
  <message>
   <source>Light follows the figure</source>
   <translation>Licht folgt der Figur</translation>
  </message>
  <message>
   <source>Light of day</source>
   <translation>Tageslicht</translation>
  </message>
  <message>
   <source>Light of dusk</source>
   <translation>Licht der Dämmerung</translation>
  </message>
  <message>
   <source>Light of lamp</source>
   <translation>Lampenlicht</translation>
  </message>
  <message>
   <source>Light of rim</source>
   <translation>Gegenlicht</translation>
  </message>
  <message>
   <source>Paint shade</source>
   <translation>Schatten malen</translation>
  </message>
  <message>
   <source>Take shade away</source>
   <translation>Schatten wegnehmen</translation>
  </message>
  <message>
   <source>Erase 1 stroke of light</source>
   <translation>1 Lichtstrich radieren</translation>
  </message>
  <message>
   <source>Erase {count} strokes of light</source>
   <translation>{count} Lichtstriche radieren</translation>
  </message>
  <message>
   <source>Erase 1 barrier</source>
   <translation>1 Barriere radieren</translation>
  </message>
  <message>
   <source>Erase {count} barriers</source>
   <translation>{count} Barrieren radieren</translation>
  </message>
  <message>
   <source>Erase 1 join</source>
   <translation>1 Verbindung radieren</translation>
  </message>
  <message>
   <source>Erase {count} joins</source>
   <translation>{count} Verbindungen radieren</translation>
  </message>
  <message>
   <source>Clear 1 stroke of light</source>
   <translation>1 Lichtstrich löschen</translation>
  </message>
  <message>
   <source>Clear {count} strokes of light</source>
   <translation>{count} Lichtstriche löschen</translation>
  </message>
  <message>
   <source>Clear 1 barrier</source>
   <translation>1 Barriere löschen</translation>
  </message>
  <message>
   <source>Clear {count} barriers</source>
   <translation>{count} Barrieren löschen</translation>
  </message>
  <message>
   <source>Clear 1 join</source>
   <translation>1 Verbindung löschen</translation>
  </message>
  <message>
   <source>Clear {count} joins</source>
   <translation>{count} Verbindungen löschen</translation>
  </message>
  <message>
   <source>Lock palette to 1 colour</source>
   <translation>Palette auf 1 Farbe sperren</translation>
  </message>
  <message>
   <source>Lock palette to {count} colours</source>
   <translation>Palette auf {count} Farben sperren</translation>
  </message>
  <message>
   <source>Change palette, locked to 1 colour</source>
   <translation>Palette ändern, auf 1 Farbe gesperrt</translation>
  </message>
  <message>
   <source>Change palette, locked to {count} colours</source>
   <translation>Palette ändern, auf {count} Farben gesperrt</translation>
  </message>
  <message>
   <source>colour layer</source>
   <translation>Farbebene</translation>
  </message>
  <message>
   <source>flats</source>
   <translation>Flächen</translation>
  </message>
  <message>
   <source>shade</source>
   <translation>Schatten</translation>
  </message>
  <message>
   <source>highlight</source>
   <translation>Glanzlicht</translation>
  </message>
  <message>
   <source>line art</source>
   <translation>Linien</translation>
  </message>
  <message>
   <source>hints</source>
   <translation>Hinweise</translation>
  </message>
  <message>
   <source>Swatch {name} to {color}</source>
   <translation>Farbfeld {name} zu {color}</translation>
  </message>
  <message>
   <source>Replace {old} by {new}</source>
   <translation>{old} durch {new} ersetzen</translation>
  </message>
  <message>
   <source>Import 1 hint</source>
   <translation>1 Hinweis importieren</translation>
  </message>
  <message>
   <source>Import {count} hints</source>
   <translation>{count} Hinweise importieren</translation>
  </message>
  <message>
   <source>Drop tag {tag}</source>
   <translation>Tag {tag} entfernen</translation>
  </message>
  <message>
   <source>Show {layer}</source>
   <translation>{layer} einblenden</translation>
  </message>
  <message>
   <source>Hide {layer}</source>
   <translation>{layer} ausblenden</translation>
  </message>
  <message>
   <source>Opacity of {layer}</source>
   <translation>Deckkraft von {layer}</translation>
  </message>
  <message>
   <source>Move {layer}</source>
   <translation>{layer} verschieben</translation>
  </message>
  <message>
   <source>Set tags {tags}</source>
   <translation>Tags setzen: {tags}</translation>
  </message>
  <message>
   <source>Clear tags</source>
   <translation>Tags löschen</translation>
  </message>
  <message>
   <source>Generator {name}</source>
   <translation>Generator {name}</translation>
  </message>
  <message>
   <source>Best generator</source>
   <translation>Bester Generator</translation>
  </message>
  <message>
   <source>Point</source>
   <translation>Punkt</translation>
  </message>
  <message>
   <source>Brush</source>
   <translation>Pinsel</translation>
  </message>
  <message>
   <source>Area</source>
   <translation>Fläche</translation>
  </message>
  <message>
   <source>layer</source>
   <translation>Ebene</translation>
  </message>
  <message>
   <source>{tool} {color}</source>
   <translation>{tool} {color}</translation>
  </message>
  <message>
   <source>{tool} {color} on {part}</source>
   <translation>{tool} {color} auf {part}</translation>
  </message>
  <message>
   <source>Leave region uncoloured</source>
   <translation>Region ungefärbt lassen</translation>
  </message>
  <message>
   <source>Leave regions uncoloured</source>
   <translation>Regionen ungefärbt lassen</translation>
  </message>
  <message>
   <source>Keep region as it is</source>
   <translation>Region lassen, wie sie ist</translation>
  </message>
  <message>
   <source>Keep regions as they are</source>
   <translation>Regionen lassen, wie sie sind</translation>
  </message>
  <message>
   <source>Fill {count} regions</source>
   <translation>{count} Regionen füllen</translation>
  </message>
  <message>
   <source>Erase hint</source>
   <translation>Hinweis radieren</translation>
  </message>
  <message>
   <source>Erase {count} hints</source>
   <translation>{count} Hinweise radieren</translation>
  </message>
  <message>
   <source>Clear {count} hints</source>
   <translation>{count} Hinweise löschen</translation>
  </message>
  <message>
   <source>Unlock palette</source>
   <translation>Palette freigeben</translation>
  </message>
  <message>
   <source>Add {color} to palette</source>
   <translation>{color} in die Palette aufnehmen</translation>
  </message>
  <message>
   <source>Take {color} out of palette</source>
   <translation>{color} aus der Palette nehmen</translation>
  </message>
  <message>
   <source>Light off</source>
   <translation>Licht aus</translation>
  </message>
  <message>
   <source>Light on</source>
   <translation>Licht an</translation>
  </message>
  <message>
   <source>Light from {angle}°</source>
   <translation>Licht von {angle}°</translation>
  </message>
  <message>
   <source>Shade {share}</source>
   <translation>Schatten {share}</translation>
  </message>
  <message>
   <source>Highlights {share}</source>
   <translation>Glanzlichter {share}</translation>
  </message>
  <message>
   <source>Tint of shade {color}</source>
   <translation>Schattenton {color}</translation>
  </message>
  <message>
   <source>Tint of highlights {color}</source>
   <translation>Glanzlichtton {color}</translation>
  </message>
  <message>
   <source>derived</source>
   <translation>abgeleitet</translation>
  </message>
  <message>
   <source>Swatch {color}</source>
   <translation>Farbfeld {color}</translation>
  </message>
  <message>
   <source>Tones of a swatch</source>
   <translation>Töne eines Farbfelds</translation>
  </message>
  <message>
   <source>Merge swatches</source>
   <translation>Farbfelder vereinen</translation>
  </message>
  <message>
   <source>Add swatches</source>
   <translation>Farbfelder hinzufügen</translation>
  </message>
  <message>
   <source>Colour set {name}</source>
   <translation>Farbsatz {name}</translation>
  </message>
  <message>
   <source>Add colour set {name}</source>
   <translation>Farbsatz {name} hinzufügen</translation>
  </message>
  <message>
   <source>Name colour set {name}</source>
   <translation>Farbsatz {name} nennen</translation>
  </message>
  <message>
   <source>Remove colour set {name}</source>
   <translation>Farbsatz {name} entfernen</translation>
  </message>
  <message>
   <source>Cut hints</source>
   <translation>Hinweise ausschneiden</translation>
  </message>
  <message>
   <source>Cut paint</source>
   <translation>Gemaltes ausschneiden</translation>
  </message>
  <message>
   <source>Paste hints</source>
   <translation>Hinweise einfügen</translation>
  </message>
  <message>
   <source>Select all</source>
   <translation>Alles auswählen</translation>
  </message>
  <message>
   <source>Select nothing</source>
   <translation>Nichts auswählen</translation>
  </message>
  <message>
   <source>Invert selection</source>
   <translation>Auswahl umkehren</translation>
  </message>
 </context>
 <context>
  <name>EmptyPage</name>
  <message>
   <source>Colour a whole cut as one</source>
   <translation>Einen ganzen Schnitt auf einmal färben</translation>
  </message>
  <message>
   <source>Choose a folder of line drawings, or drop one here.
Give one frame its colours; they are carried to the others.</source>
   <translation>Einen Ordner mit Strichzeichnungen wählen oder hier ablegen.
Einem Bild Farben geben; sie werden auf die anderen übertragen.</translation>
  </message>
  <message>
   <source>Choose frames…</source>
   <translation>Bilder wählen…</translation>
  </message>
 </context>
 <context>
  <name>FileActions</name>
  <message>
   <source>No red, blue or green trace lines were found in it.</source>
   <translation>Es wurden keine roten, blauen oder grünen Trace-Linien darin gefunden.</translation>
  </message>
  <message>
   <source>Drawings and projects ({endings})</source>
   <translation>Zeichnungen und Projekte ({endings})</translation>
  </message>
  <message>
   <source>All files (*)</source>
   <translation>Alle Dateien (*)</translation>
  </message>
  <message>
   <source>Restored {name}</source>
   <translation>{name} wiederhergestellt</translation>
  </message>
  <message>
   <source>Restoring {name}…</source>
   <translation>{name} wird wiederhergestellt…</translation>
  </message>
  <message>
   <source>Opening {name}…</source>
   <translation>{name} wird geöffnet…</translation>
  </message>
  <message>
   <source>Opened {name}, {size}</source>
   <translation>{name} geöffnet, {size}</translation>
  </message>
  <message>
   <source>Tags that are unknown here have no effect: {names}.</source>
   <translation>Hier unbekannte Tags sind wirkungslos: {names}.</translation>
  </message>
  <message>
   <source>Tintline project</source>
   <translation>Tintline-Projekt</translation>
  </message>
  <message>
   <source>Saving {name}…</source>
   <translation>{name} wird gespeichert…</translation>
  </message>
  <message>
   <source>PNG picture</source>
   <translation>PNG-Bild</translation>
  </message>
  <message>
   <source>OpenRaster picture</source>
   <translation>OpenRaster-Bild</translation>
  </message>
  <message>
   <source>Photoshop picture</source>
   <translation>Photoshop-Bild</translation>
  </message>
  <message>
   <source>Paint for OpenToonz</source>
   <translation>Farben für OpenToonz</translation>
  </message>
  <message>
   <source>Exporting {name}…</source>
   <translation>{name} wird exportiert…</translation>
  </message>
  <message>
   <source>one layer a colour</source>
   <translation>eine Ebene je Farbe</translation>
  </message>
  <message>
   <source>transparent layers</source>
   <translation>transparente Ebenen</translation>
  </message>
 </context>
 <context>
  <name>FileDrops</name>
  <message>
   <source>One drawing at a time: opening {name}.</source>
   <translation>Eine Zeichnung nach der anderen: {name} wird geöffnet.</translation>
  </message>
 </context>
 <context>
  <name>FileWork</name>
  <message>
   <source>{path}: was read for this document; choose another name</source>
   <translation>{path}: wurde für dieses Dokument gelesen; einen anderen Namen wählen</translation>
  </message>
  <message>
   <source>Saved {path}</source>
   <translation>{path} gespeichert</translation>
  </message>
 </context>
 <context>
  <name>FillBar</name>
  <message>
   <source>Colour</source>
   <translation>Farbe</translation>
  </message>
  <message>
   <source>Give regions the brush's colour (F)</source>
   <translation>Regionen die Pinselfarbe geben (F)</translation>
  </message>
  <message>
   <source>Keep as it is</source>
   <translation>Lassen, wie es ist</translation>
  </message>
  <message>
   <source>Keep what regions show now, whatever later hints say (K)</source>
   <translation>Behalten, was Regionen jetzt zeigen, was spätere Hinweise auch sagen (K)</translation>
  </message>
  <message>
   <source>No colour</source>
   <translation>Keine Farbe</translation>
  </message>
  <message>
   <source>Leave regions uncoloured and transparent (U)</source>
   <translation>Regionen ungefärbt und transparent lassen (U)</translation>
  </message>
  <message>
   <source>Only leftovers</source>
   <translation>Nur Reste</translation>
  </message>
  <message>
   <source>Pass over regions that have a colour</source>
   <translation>Regionen übergehen, die eine Farbe haben</translation>
  </message>
  <message>
   <source>Next without colour</source>
   <translation>Nächste ohne Farbe</translation>
  </message>
  <message>
   <source>Go to the next region without a colour (N)</source>
   <translation>Zur nächsten Region ohne Farbe (N)</translation>
  </message>
 </context>
 <context>
  <name>Filmstrip</name>
  <message>
   <source>Frames</source>
   <translation>Bilder</translation>
  </message>
 </context>
 <context>
  <name>FrameCanvas</name>
  <message>
   <source>Opening {name}…</source>
   <translation>{name} wird geöffnet…</translation>
  </message>
  <message>
   <source>Reading frames…</source>
   <translation>Bilder werden gelesen…</translation>
  </message>
 </context>
 <context>
  <name>FrameDelegate</name>
  <message>
   <source>failed</source>
   <translation>fehlgeschlagen</translation>
  </message>
  <message>
   <source>redo</source>
   <translation>erneuern</translation>
  </message>
  <message>
   <source>running</source>
   <translation>läuft</translation>
  </message>
  <message>
   <source>held</source>
   <translation>gehalten</translation>
  </message>
 </context>
 <context>
  <name>FrameListModel</name>
  <message>
   <source>waiting</source>
   <translation>wartet</translation>
  </message>
  <message>
   <source>is being coloured</source>
   <translation>wird gefärbt</translation>
  </message>
  <message>
   <source>done</source>
   <translation>fertig</translation>
  </message>
  <message>
   <source>was done before</source>
   <translation>war schon fertig</translation>
  </message>
  <message>
   <source>to be coloured again</source>
   <translation>wird neu gefärbt</translation>
  </message>
  <message>
   <source>failed</source>
   <translation>fehlgeschlagen</translation>
  </message>
  <message>
   <source>confidence {share}</source>
   <translation>Sicherheit {share}</translation>
  </message>
  <message>
   <source>key frame with hints of its own</source>
   <translation>Schlüsselbild mit eigenen Hinweisen</translation>
  </message>
  <message>
   <source>held: the same drawing as an earlier frame</source>
   <translation>gehalten: dieselbe Zeichnung wie ein früheres Bild</translation>
  </message>
  <message>
   <source>1 place corrected by hand</source>
   <translation>1 Stelle von Hand korrigiert</translation>
  </message>
  <message>
   <source>{count} places corrected by hand</source>
   <translation>{count} Stellen von Hand korrigiert</translation>
  </message>
 </context>
 <context>
  <name>FramePictures</name>
  <message>
   <source>Reading frames…</source>
   <translation>Bilder werden gelesen…</translation>
  </message>
 </context>
 <context>
  <name>FrameRuler</name>
  <message>
   <source>All frames</source>
   <translation>Alle Bilder</translation>
  </message>
 </context>
 <context>
  <name>GapBar</name>
  <message>
   <source>Close gaps up to</source>
   <translation>Lücken schließen bis</translation>
  </message>
  <message>
   <source>Widest gap that is closed, in pixels</source>
   <translation>Größte Lücke, die geschlossen wird, in Pixeln</translation>
  </message>
  <message>
   <source>Smallest region</source>
   <translation>Kleinste Region</translation>
  </message>
  <message>
   <source>Side of the smallest region, in pixels</source>
   <translation>Seite der kleinsten Region, in Pixeln</translation>
  </message>
 </context>
 <context>
  <name>GeneralPage</name>
  <message>
   <source>General</source>
   <translation>Allgemein</translation>
  </message>
  <message>
   <source>Theme</source>
   <translation>Design</translation>
  </message>
  <message>
   <source>As the system</source>
   <translation>Wie das System</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Dunkel</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Hell</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Sprache</translation>
  </message>
  <message>
   <source> s</source>
   <translation> s</translation>
  </message>
  <message>
   <source>Seconds until unsaved work is copied</source>
   <translation>Sekunden, bis ungespeicherte Arbeit kopiert wird</translation>
  </message>
  <message>
   <source>Steps that can be taken back</source>
   <translation>Schritte, die rückgängig gemacht werden können</translation>
  </message>
  <message>
   <source>begin with a light</source>
   <translation>mit einem Licht beginnen</translation>
  </message>
  <message>
   <source>Language, from the next start</source>
   <translation>Sprache, ab dem nächsten Start</translation>
  </message>
  <message>
   <source>Copy unsaved work after</source>
   <translation>Ungespeichertes kopieren nach</translation>
  </message>
  <message>
   <source>Steps for undo</source>
   <translation>Schritte rückgängig</translation>
  </message>
  <message>
   <source>New drawings</source>
   <translation>Neue Zeichnungen</translation>
  </message>
  <message>
   <source>While you paint</source>
   <translation>Während des Malens</translation>
  </message>
  <message>
   <source>Layered files</source>
   <translation>Dateien mit Ebenen</translation>
  </message>
  <message>
   <source>The copy of unsaved work is offered at the next start if this one ends badly.</source>
   <translation>Die Kopie ungespeicherter Arbeit wird beim nächsten Start angeboten, falls dieser Lauf schlecht endet.</translation>
  </message>
 </context>
 <context>
  <name>GeneratorControl</name>
  <message>
   <source>Until then hints alone fill the picture.</source>
   <translation>Bis dahin füllen Hinweise allein das Bild.</translation>
  </message>
  <message>
   <source>{title} takes no tags. Choose another generator to use them.</source>
   <translation>{title} nimmt keine Tags. Dafür einen anderen Generator wählen.</translation>
  </message>
  <message>
   <source>{title} takes no hints. Choose another generator to use them.</source>
   <translation>{title} nimmt keine Hinweise. Dafür einen anderen Generator wählen.</translation>
  </message>
 </context>
 <context>
  <name>GeneratorList</name>
  <message>
   <source>Licence of the weights: {licence}</source>
   <translation>Lizenz der Gewichte: {licence}</translation>
  </message>
 </context>
 <context>
  <name>GeneratorPanel</name>
  <message>
   <source>Generators</source>
   <translation>Generatoren</translation>
  </message>
  <message>
   <source>Live colour</source>
   <translation>Live-Farbe</translation>
  </message>
  <message>
   <source>Colour now</source>
   <translation>Jetzt färben</translation>
  </message>
  <message>
   <source>Device</source>
   <translation>Gerät</translation>
  </message>
  <message>
   <source>Automatic</source>
   <translation>Automatisch</translation>
  </message>
  <message>
   <source>GPU (CUDA)</source>
   <translation>GPU (CUDA)</translation>
  </message>
  <message>
   <source>Tidy</source>
   <translation>Säubern</translation>
  </message>
  <message>
   <source>Left: the generator's own picture. Middle: one hue a region, its light kept, and white paper. Right: one colour a region.</source>
   <translation>Links: das Bild des Generators. Mitte: ein Farbton je Region, ihr Licht bleibt, das Papier ist weiß. Rechts: eine Farbe je Region.</translation>
  </message>
  <message>
   <source>Usual</source>
   <translation>Üblich</translation>
  </message>
  <message>
   <source>As this generator's pictures look best</source>
   <translation>Wie die Bilder dieses Generators am besten aussehen</translation>
  </message>
  <message>
   <source>Another picture of the same drawing</source>
   <translation>Ein anderes Bild derselben Zeichnung</translation>
  </message>
  <message>
   <source>{generator} runs on the {device}: {reason}</source>
   <translation>{generator} läuft auf {device}: {reason}</translation>
  </message>
 </context>
 <context>
  <name>GeneratorRow</name>
  <message>
   <source>Cannot be used here</source>
   <translation>Hier nicht verwendbar</translation>
  </message>
  <message>
   <source>hints and tags</source>
   <translation>Hinweise und Tags</translation>
  </message>
  <message>
   <source>hints</source>
   <translation>Hinweise</translation>
  </message>
  <message>
   <source>tags</source>
   <translation>Tags</translation>
  </message>
  <message>
   <source>no hints</source>
   <translation>keine Hinweise</translation>
  </message>
  <message>
   <source>{takes} · {millions:.1f} M parameters</source>
   <translation>{takes} · {millions:.1f} M Parameter</translation>
  </message>
 </context>
 <context>
  <name>Generators</name>
  <message>
   <source>Nearly every drawing: colours are exact and stay within their lines.</source>
   <translation>Fast jede Zeichnung: Farben sind genau und bleiben in ihren Linien.</translation>
  </message>
  <message>
   <source>Published methods, small</source>
   <translation>Veröffentlichte Verfahren, klein</translation>
  </message>
  <message>
   <source>Soft colour as of watercolours, from many hints.</source>
   <translation>Weiche Farbe wie Aquarell, aus vielen Hinweisen.</translation>
  </message>
  <message>
   <source>Painted-looking colour from hints, over a draft that comes at once.</source>
   <translation>Wie gemalte Farbe aus Hinweisen, über einem Entwurf, der sofort kommt.</translation>
  </message>
  <message>
   <source>Colours that bloom out of their hints as on wet paper.</source>
   <translation>Farben, die aus ihren Hinweisen aufblühen wie auf nassem Papier.</translation>
  </message>
  <message>
   <source>Blurred washes in which neighbouring hints mix.</source>
   <translation>Verwaschene Lasuren, in denen sich benachbarte Hinweise mischen.</translation>
  </message>
  <message>
   <source>A first idea of a character from tags alone, without a hint.</source>
   <translation>Eine erste Idee einer Figur aus Tags allein, ohne einen Hinweis.</translation>
  </message>
  <message>
   <source>Without a network</source>
   <translation>Ohne Netz</translation>
  </message>
  <message>
   <source>Flat fills from hints alone; always there.</source>
   <translation>Flächen aus Hinweisen allein; immer da.</translation>
  </message>
  <message>
   <source>Watershed fill (no generator)</source>
   <translation>Wasserscheidenfüllung (kein Generator)</translation>
  </message>
 </context>
 <context>
  <name>Help</name>
  <message>
   <source>not installed</source>
   <translation>nicht installiert</translation>
  </message>
  <message>
   <source>&lt;h3&gt;Tintline {number}&lt;/h3&gt;&lt;p&gt;Interactive colouring of line art: colour hints and tags in, layers out.&lt;/p&gt;&lt;p&gt;Apache License 2.0&lt;/p&gt;</source>
   <translation>&lt;h3&gt;Tintline {number}&lt;/h3&gt;&lt;p&gt;Interaktives Färben von Strichzeichnungen: Farbhinweise und Tags hinein, Ebenen heraus.&lt;/p&gt;&lt;p&gt;Apache License 2.0&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Left button, pen</source>
   <translation>Linke Taste, Stift</translation>
  </message>
  <message>
   <source>draw with the current tool</source>
   <translation>mit dem gewählten Werkzeug zeichnen</translation>
  </message>
  <message>
   <source>Right button</source>
   <translation>Rechte Taste</translation>
  </message>
  <message>
   <source>pick a colour</source>
   <translation>Farbe aufnehmen</translation>
  </message>
  <message>
   <source>Middle button, or hold {keys}</source>
   <translation>Mittlere Taste, oder {keys} halten</translation>
  </message>
  <message>
   <source>move the picture</source>
   <translation>das Bild verschieben</translation>
  </message>
  <message>
   <source>Hold {keys} and drag</source>
   <translation>{keys} halten und ziehen</translation>
  </message>
  <message>
   <source>turn the picture</source>
   <translation>das Bild drehen</translation>
  </message>
  <message>
   <source>Alt or Ctrl held</source>
   <translation>Alt oder Strg gehalten</translation>
  </message>
  <message>
   <source>Wheel</source>
   <translation>Mausrad</translation>
  </message>
  <message>
   <source>zoom at the pointer, with Ctrl in finer steps</source>
   <translation>am Zeiger zoomen, mit Strg in feineren Schritten</translation>
  </message>
  <message>
   <source>Shift and wheel</source>
   <translation>Umschalt und Mausrad</translation>
  </message>
  <message>
   <source>rotate</source>
   <translation>drehen</translation>
  </message>
  <message>
   <source>rotate; stand upright again</source>
   <translation>drehen; wieder aufrecht stellen</translation>
  </message>
  <message>
   <source>Two fingers, pinch</source>
   <translation>Zwei Finger, Zwicken</translation>
  </message>
  <message>
   <source>move, zoom and rotate, on touchpad and screen</source>
   <translation>verschieben, zoomen und drehen, auf Touchpad und Bildschirm</translation>
  </message>
  <message>
   <source>smaller and larger brush</source>
   <translation>kleinerer und größerer Pinsel</translation>
  </message>
  <message>
   <source>point, brush, fill, enclose and fill</source>
   <translation>Punkt, Pinsel, Füllen, Umschließen und füllen</translation>
  </message>
  <message>
   <source>barrier, join regions</source>
   <translation>Barriere, Regionen verbinden</translation>
  </message>
  <message>
   <source>keep regions as they are, leave them uncoloured</source>
   <translation>Regionen lassen, wie sie sind, ungefärbt lassen</translation>
  </message>
  <message>
   <source>Second press with fill</source>
   <translation>Zweites Drücken mit Füllen</translation>
  </message>
  <message>
   <source>this piece of the region alone</source>
   <translation>nur dieses Stück der Region</translation>
  </message>
  <message>
   <source>to the next region without a colour, fill it</source>
   <translation>zur nächsten Region ohne Farbe, sie füllen</translation>
  </message>
  <message>
   <source>shadow brush, eraser, move a hint</source>
   <translation>Schattenpinsel, Radierer, Hinweis verschieben</translation>
  </message>
  <message>
   <source>pick a colour, move the picture</source>
   <translation>Farbe aufnehmen, Bild verschieben</translation>
  </message>
  <message>
   <source>on a paint layer: paint, erase, fill</source>
   <translation>auf einer Malebene: malen, radieren, füllen</translation>
  </message>
  <message>
   <source>one more paint layer</source>
   <translation>eine weitere Malebene</translation>
  </message>
  <message>
   <source>select a region, a colour or by a loop; Shift adds</source>
   <translation>Region, Farbe oder mit einer Schlinge auswählen; Umschalt fügt hinzu</translation>
  </message>
  <message>
   <source>paint or hints; Enter places a pasted picture</source>
   <translation>Gemaltes oder Hinweise; Eingabe setzt ein eingefügtes Bild</translation>
  </message>
  <message>
   <source>select nothing: paint goes everywhere again</source>
   <translation>nichts auswählen: Farbe geht wieder überallhin</translation>
  </message>
  <message>
   <source>Shift and point or brush</source>
   <translation>Umschalt und Punkt oder Pinsel</translation>
  </message>
  <message>
   <source>colour this region alone</source>
   <translation>nur diese Region färben</translation>
  </message>
  <message>
   <source>Shift and fill</source>
   <translation>Umschalt und Füllen</translation>
  </message>
  <message>
   <source>replace the colour under the pen everywhere</source>
   <translation>die Farbe unter dem Stift überall ersetzen</translation>
  </message>
  <message>
   <source>Swatch dragged to the picture</source>
   <translation>Farbfeld auf das Bild gezogen</translation>
  </message>
  <message>
   <source>a point of its colour</source>
   <translation>ein Punkt seiner Farbe</translation>
  </message>
  <message>
   <source>show every region in a colour of its own</source>
   <translation>jede Region in einer eigenen Farbe zeigen</translation>
  </message>
  <message>
   <source>frame before and after, play the cut</source>
   <translation>Bild davor und danach, Schnitt abspielen</translation>
  </message>
  <message>
   <source>next doubtful region of the cut</source>
   <translation>nächste zweifelhafte Region des Schnitts</translation>
  </message>
  <message>
   <source>next colour pop of the cut</source>
   <translation>nächster Farbsprung des Schnitts</translation>
  </message>
  <message>
   <source>hide the hints and show them again</source>
   <translation>Hinweise aus- und einblenden</translation>
  </message>
  <message>
   <source>canvas only, full screen</source>
   <translation>nur Leinwand, Vollbild</translation>
  </message>
  <message>
   <source>Hold {keys}</source>
   <translation>{keys} halten</translation>
  </message>
  <message>
   <source>see the drawing alone</source>
   <translation>nur die Zeichnung sehen</translation>
  </message>
  <message>
   <source>swap both colours</source>
   <translation>beide Farben tauschen</translation>
  </message>
  <message>
   <source>preferences, where keys are changed</source>
   <translation>Einstellungen, wo Tasten geändert werden</translation>
  </message>
  <message>
   <source>Esc while drawing</source>
   <translation>Esc beim Zeichnen</translation>
  </message>
  <message>
   <source>give the stroke up</source>
   <translation>den Strich aufgeben</translation>
  </message>
  <message>
   <source>Pen, mouse and keys</source>
   <translation>Stift, Maus und Tasten</translation>
  </message>
  <message>
   <source>About Tintline</source>
   <translation>Über Tintline</translation>
  </message>
 </context>
 <context>
  <name>HistoryPanel</name>
  <message>
   <source>History</source>
   <translation>Protokoll</translation>
  </message>
 </context>
 <context>
  <name>KeyField</name>
  <message>
   <source>Press keys</source>
   <translation>Tasten drücken</translation>
  </message>
  <message>
   <source>Keys of the command</source>
   <translation>Tasten des Befehls</translation>
  </message>
  <message>
   <source>Press the new keys; Esc leaves the field</source>
   <translation>Die neuen Tasten drücken; Esc verlässt das Feld</translation>
  </message>
 </context>
 <context>
  <name>KnownDrawings</name>
  <message>
   <source>Open &amp;recent</source>
   <translation>&amp;Zuletzt benutzt</translation>
  </message>
  <message>
   <source>Open sa&amp;mple</source>
   <translation>Be&amp;ispiel öffnen</translation>
  </message>
 </context>
 <context>
  <name>LayerBar</name>
  <message>
   <source>Add a paint layer</source>
   <translation>Malebene hinzufügen</translation>
  </message>
  <message>
   <source>Merge down</source>
   <translation>Nach unten vereinen</translation>
  </message>
  <message>
   <source>Delete the layer</source>
   <translation>Ebene löschen</translation>
  </message>
  <message>
   <source>Lock alpha: paint changes colours alone</source>
   <translation>Alpha sperren: Malen ändert nur Farben</translation>
  </message>
  <message>
   <source>Clip to regions: a stroke stays in the region it began in</source>
   <translation>Auf Regionen begrenzen: ein Strich bleibt in der Region, in der er begann</translation>
  </message>
  <message>
   <source>Blend mode</source>
   <translation>Füllmethode</translation>
  </message>
  <message>
   <source>How the layer joins what lies below it</source>
   <translation>Wie die Ebene sich mit dem verbindet, was darunter liegt</translation>
  </message>
  <message>
   <source>Group the layer</source>
   <translation>Ebene gruppieren</translation>
  </message>
  <message>
   <source>Ungroup the layers</source>
   <translation>Ebenengruppe aufheben</translation>
  </message>
 </context>
 <context>
  <name>LayerRow</name>
  <message>
   <source>Hide {layer}</source>
   <translation>{layer} ausblenden</translation>
  </message>
  <message>
   <source>Show {layer}</source>
   <translation>{layer} einblenden</translation>
  </message>
  <message>
   <source>Light off</source>
   <translation>Licht aus</translation>
  </message>
  <message>
   <source>{layer} holds next to nothing while the light is off</source>
   <translation>{layer} enthält fast nichts, solange das Licht aus ist</translation>
  </message>
  <message>
   <source>Layer name</source>
   <translation>Name der Ebene</translation>
  </message>
 </context>
 <context>
  <name>LayerWork</name>
  <message>
   <source>{layer} is hidden: show it to take something away.</source>
   <translation>{layer} ist ausgeblendet: zum Löschen einblenden.</translation>
  </message>
  <message>
   <source>The alpha of {layer} is locked: unlock it to take paint away.</source>
   <translation>Alpha von {layer} ist gesperrt: zum Löschen entsperren.</translation>
  </message>
 </context>
 <context>
  <name>Layers</name>
  <message>
   <source>Colour</source>
   <translation>Farbe</translation>
  </message>
  <message>
   <source>Flats</source>
   <translation>Flächen</translation>
  </message>
  <message>
   <source>Shade</source>
   <translation>Schatten</translation>
  </message>
  <message>
   <source>Highlight</source>
   <translation>Glanzlicht</translation>
  </message>
  <message>
   <source>Line art</source>
   <translation>Linien</translation>
  </message>
  <message>
   <source>Hints</source>
   <translation>Hinweise</translation>
  </message>
 </context>
 <context>
  <name>LayersPanel</name>
  <message>
   <source>Layer opacity</source>
   <translation>Deckkraft der Ebene</translation>
  </message>
  <message>
   <source>Opacity</source>
   <translation>Deckkraft</translation>
  </message>
  <message>
   <source>Space shows or hides, Alt and arrows or dragging move, F2 renames</source>
   <translation>Leertaste zeigt oder verbirgt, Alt und Pfeile oder Ziehen verschieben, F2 benennt um</translation>
  </message>
  <message>
   <source>Layers</source>
   <translation>Ebenen</translation>
  </message>
  <message>
   <source>Hide layer</source>
   <translation>Ebene ausblenden</translation>
  </message>
  <message>
   <source>Show layer</source>
   <translation>Ebene einblenden</translation>
  </message>
  <message>
   <source>Move up</source>
   <translation>Nach oben</translation>
  </message>
  <message>
   <source>Move down</source>
   <translation>Nach unten</translation>
  </message>
  <message>
   <source>Full opacity</source>
   <translation>Volle Deckkraft</translation>
  </message>
  <message>
   <source>Add a paint layer above</source>
   <translation>Malebene darüber hinzufügen</translation>
  </message>
  <message>
   <source>Rename…</source>
   <translation>Umbenennen…</translation>
  </message>
  <message>
   <source>Group</source>
   <translation>Gruppieren</translation>
  </message>
  <message>
   <source>Ungroup</source>
   <translation>Gruppierung aufheben</translation>
  </message>
  <message>
   <source>Merge group</source>
   <translation>Gruppe vereinen</translation>
  </message>
  <message>
   <source>Merge down</source>
   <translation>Nach unten vereinen</translation>
  </message>
  <message>
   <source>Delete group</source>
   <translation>Gruppe löschen</translation>
  </message>
  <message>
   <source>Delete layer</source>
   <translation>Ebene löschen</translation>
  </message>
 </context>
 <context>
  <name>LeakFinder</name>
  <message>
   <source>Gaps are not sought in drawings of more than {limit} million pixels; this one has {count} million. Open a smaller copy to look for them.</source>
   <translation>Lücken werden in Zeichnungen über {limit} Millionen Pixel nicht gesucht; diese hat {count} Millionen. Dafür eine kleinere Kopie öffnen.</translation>
  </message>
  <message>
   <source>Looking for gaps in the lines</source>
   <translation>Lücken in den Linien werden gesucht</translation>
  </message>
  <message>
   <source>{closed} gaps closed for filling, {open} left open</source>
   <translation>{closed} Lücken zum Füllen geschlossen, {open} offen gelassen</translation>
  </message>
 </context>
 <context>
  <name>LeftoverFinder</name>
  <message>
   <source>Every region has a colour</source>
   <translation>Jede Region hat eine Farbe</translation>
  </message>
  <message>
   <source>Region {number} of {count} without a colour</source>
   <translation>Region {number} von {count} ohne Farbe</translation>
  </message>
 </context>
 <context>
  <name>LightControl</name>
  <message>
   <source>The light is off: turn it on in its panel to see what you paint.</source>
   <translation>Das Licht ist aus: in seinem Feld einschalten, um das Gemalte zu sehen.</translation>
  </message>
 </context>
 <context>
  <name>LightDial</name>
  <message>
   <source>Direction of the light</source>
   <translation>Richtung des Lichts</translation>
  </message>
  <message>
   <source>Degrees clockwise from above; arrows turn by 5, Page Up and Page Down by 45</source>
   <translation>Grad im Uhrzeigersinn von oben; Pfeile drehen um 5, Bild auf und Bild ab um 45</translation>
  </message>
 </context>
 <context>
  <name>LightHandle</name>
  <message>
   <source>Handle of the light</source>
   <translation>Griff des Lichts</translation>
  </message>
  <message>
   <source>Drag to turn the light; with Shift in steps of 15°</source>
   <translation>Ziehen dreht das Licht; mit Umschalt in Schritten von 15°</translation>
  </message>
 </context>
 <context>
  <name>LightPanel</name>
  <message>
   <source>Light</source>
   <translation>Licht</translation>
  </message>
  <message>
   <source>Cel</source>
   <translation>Cel</translation>
  </message>
  <message>
   <source>One tone of shade, crisp</source>
   <translation>Ein Schattenton, scharf</translation>
  </message>
  <message>
   <source>Two tones</source>
   <translation>Zwei Töne</translation>
  </message>
  <message>
   <source>Two tones of shade, crisp</source>
   <translation>Zwei Schattentöne, scharf</translation>
  </message>
  <message>
   <source>Soft</source>
   <translation>Weich</translation>
  </message>
  <message>
   <source>Shade that fades</source>
   <translation>Schatten, der ausläuft</translation>
  </message>
  <message>
   <source>Strength of shade</source>
   <translation>Stärke des Schattens</translation>
  </message>
  <message>
   <source>Strength of highlights</source>
   <translation>Stärke der Glanzlichter</translation>
  </message>
  <message>
   <source>Tint of shade</source>
   <translation>Schattenton</translation>
  </message>
  <message>
   <source>Tint of highlights</source>
   <translation>Glanzlichtton</translation>
  </message>
  <message>
   <source>Shade</source>
   <translation>Schatten</translation>
  </message>
  <message>
   <source>Paint shade with the brush (S)</source>
   <translation>Schatten mit dem Pinsel malen (S)</translation>
  </message>
  <message>
   <source>Paint highlights with the brush (S)</source>
   <translation>Glanzlichter mit dem Pinsel malen (S)</translation>
  </message>
  <message>
   <source>Neither</source>
   <translation>Keins</translation>
  </message>
  <message>
   <source>Take shade and highlights away with the brush (S)</source>
   <translation>Schatten und Glanzlichter mit dem Pinsel wegnehmen (S)</translation>
  </message>
  <message>
   <source>Day: from the upper left, cool shade</source>
   <translation>Tag: von links oben, kühler Schatten</translation>
  </message>
  <message>
   <source>Dusk: from low at the left, violet shade</source>
   <translation>Dämmerung: von links unten, violetter Schatten</translation>
  </message>
  <message>
   <source>Lamp: from the upper right, strong and warm</source>
   <translation>Lampe: von rechts oben, kräftig und warm</translation>
  </message>
  <message>
   <source>Rim: from behind</source>
   <translation>Gegenlicht: von hinten</translation>
  </message>
  <message>
   <source>In an animation: turn the light with the figure, not with the camera</source>
   <translation>In einer Animation: das Licht mit der Figur drehen, nicht mit der Kamera</translation>
  </message>
  <message>
   <source>Highlights</source>
   <translation>Glanzlichter</translation>
  </message>
  <message>
   <source>Brush</source>
   <translation>Pinsel</translation>
  </message>
  <message>
   <source>from {angle}°</source>
   <translation>von {angle}°</translation>
  </message>
 </context>
 <context>
  <name>LineColorMenu</name>
  <message>
   <source>&amp;Colour of lines</source>
   <translation>Linien&amp;farbe</translation>
  </message>
  <message>
   <source>As they are &amp;drawn</source>
   <translation>Wie ge&amp;zeichnet</translation>
  </message>
  <message>
   <source>A dark tone of the colour &amp;beside each</source>
   <translation>Dunkler Ton der &amp;Nachbarfarbe</translation>
  </message>
  <message>
   <source>&amp;One colour…</source>
   <translation>&amp;Eine Farbe…</translation>
  </message>
  <message>
   <source>Colour of the lines</source>
   <translation>Farbe der Linien</translation>
  </message>
 </context>
 <context>
  <name>LineControl</name>
  <message>
   <source>dark lines</source>
   <translation>dunkle Linien</translation>
  </message>
  <message>
   <source>light lines</source>
   <translation>helle Linien</translation>
  </message>
  <message>
   <source>ink on nothing</source>
   <translation>Tinte auf nichts</translation>
  </message>
  <message>
   <source>&amp;Find out</source>
   <translation>&amp;Selbst finden</translation>
  </message>
  <message>
   <source>&amp;Dark lines on lighter paper</source>
   <translation>&amp;Dunkle Linien auf hellerem Papier</translation>
  </message>
  <message>
   <source>&amp;Light lines on darker paper</source>
   <translation>&amp;Helle Linien auf dunklerem Papier</translation>
  </message>
  <message>
   <source>&amp;All that is on a transparent sheet</source>
   <translation>&amp;Alles auf einem transparenten Blatt</translation>
  </message>
  <message>
   <source>&amp;Lines</source>
   <translation>&amp;Linien</translation>
  </message>
  <message>
   <source>&amp;Take the paper off</source>
   <translation>&amp;Papier entfernen</translation>
  </message>
  <message>
   <source>Reading the lines…</source>
   <translation>Linien werden gelesen…</translation>
  </message>
  <message>
   <source>no paper</source>
   <translation>kein Papier</translation>
  </message>
  <message>
   <source>as you chose</source>
   <translation>wie gewählt</translation>
  </message>
  <message>
   <source>as found out</source>
   <translation>wie gefunden</translation>
  </message>
  <message>
   <source>What of the drawing is line: {how}</source>
   <translation>Was an der Zeichnung Linie ist: {how}</translation>
  </message>
 </context>
 <context>
  <name>Listings</name>
  <message>
   <source>Looking for generators…</source>
   <translation>Generatoren werden gesucht…</translation>
  </message>
  <message>
   <source>Checking generators…</source>
   <translation>Generatoren werden geprüft…</translation>
  </message>
  <message>
   <source>Reading samples…</source>
   <translation>Beispiele werden gelesen…</translation>
  </message>
 </context>
 <context>
  <name>LiveColorizer</name>
  <message>
   <source>loading the generator</source>
   <translation>Generator wird geladen</translation>
  </message>
  <message>
   <source>not up to date; Colour now colours it</source>
   <translation>nicht aktuell; „Jetzt färben“ färbt es</translation>
  </message>
  <message>
   <source>{device} · colouring…</source>
   <translation>{device} · färbt…</translation>
  </message>
  <message>
   <source>{time} ms</source>
   <translation>{time} ms</translation>
  </message>
  <message>
   <source>{device} ({reason}) · {generator}</source>
   <translation>{device} ({reason}) · {generator}</translation>
  </message>
  <message>
   <source>colouring failed</source>
   <translation>Färben fehlgeschlagen</translation>
  </message>
  <message>
   <source>Hints alone fill the picture until you choose another generator.</source>
   <translation>Hinweise allein füllen das Bild, bis ein anderer Generator gewählt ist.</translation>
  </message>
  <message>
   <source>preview</source>
   <translation>Vorschau</translation>
  </message>
  <message>
   <source>final</source>
   <translation>endgültig</translation>
  </message>
  <message>
   <source>full size</source>
   <translation>volle Größe</translation>
  </message>
  <message>
   <source>CPU</source>
   <translation>CPU</translation>
  </message>
  <message>
   <source>GPU</source>
   <translation>GPU</translation>
  </message>
 </context>
 <context>
  <name>MainWindow</name>
  <message>
   <source>Colour</source>
   <translation>Farbe</translation>
  </message>
  <message>
   <source>Palette</source>
   <translation>Palette</translation>
  </message>
  <message>
   <source>Tags</source>
   <translation>Tags</translation>
  </message>
  <message>
   <source>Generator</source>
   <translation>Generator</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Licht</translation>
  </message>
  <message>
   <source>Layers</source>
   <translation>Ebenen</translation>
  </message>
  <message>
   <source>History</source>
   <translation>Protokoll</translation>
  </message>
  <message>
   <source>Reference</source>
   <translation>Referenz</translation>
  </message>
  <message>
   <source>Animation</source>
   <translation>Animation</translation>
  </message>
 </context>
 <context>
  <name>Manual</name>
  <message>
   <source>Manual</source>
   <translation>Handbuch</translation>
  </message>
  <message>
   <source>Contents of the manual</source>
   <translation>Inhalt des Handbuchs</translation>
  </message>
  <message>
   <source>Search the manual</source>
   <translation>Im Handbuch suchen</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Zurück</translation>
  </message>
  <message>
   <source>Forward</source>
   <translation>Vorwärts</translation>
  </message>
  <message>
   <source>Not found</source>
   <translation>Nicht gefunden</translation>
  </message>
 </context>
 <context>
  <name>ManualPage</name>
  <message>
   <source>Page of the manual</source>
   <translation>Seite des Handbuchs</translation>
  </message>
 </context>
 <context>
  <name>Messages</name>
  <message>
   <source>Hints are hidden: show their layer to see what you draw.</source>
   <translation>Hinweise sind ausgeblendet: ihre Ebene einblenden, um das Gezeichnete zu sehen.</translation>
  </message>
  <message>
   <source>Hints are hidden: show their layer to erase them.</source>
   <translation>Hinweise sind ausgeblendet: ihre Ebene einblenden, um sie zu radieren.</translation>
  </message>
 </context>
 <context>
  <name>MiniMap</name>
  <message>
   <source>Mini map</source>
   <translation>Übersichtskarte</translation>
  </message>
  <message>
   <source>Arrows move the view</source>
   <translation>Pfeiltasten bewegen die Ansicht</translation>
  </message>
 </context>
 <context>
  <name>OnionButton</name>
  <message>
   <source>Onion skin: show the frames before and after</source>
   <translation>Zwiebelschicht: Bilder davor und danach zeigen</translation>
  </message>
  <message>
   <source>Frames before</source>
   <translation>Bilder davor</translation>
  </message>
  <message>
   <source>Frames after</source>
   <translation>Bilder danach</translation>
  </message>
  <message>
   <source>Strength of the onion skin</source>
   <translation>Stärke der Zwiebelschicht</translation>
  </message>
  <message>
   <source>Before</source>
   <translation>Davor</translation>
  </message>
  <message>
   <source>After</source>
   <translation>Danach</translation>
  </message>
  <message>
   <source>Strength</source>
   <translation>Stärke</translation>
  </message>
 </context>
 <context>
  <name>OptionsBar</name>
  <message>
   <source>Brush options</source>
   <translation>Pinseloptionen</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Größe</translation>
  </message>
  <message>
   <source>Brush size</source>
   <translation>Pinselgröße</translation>
  </message>
  <message>
   <source> px</source>
   <translation> px</translation>
  </message>
  <message>
   <source>Brush size in pixels</source>
   <translation>Pinselgröße in Pixeln</translation>
  </message>
 </context>
 <context>
  <name>PaintBar</name>
  <message>
   <source>Hardness</source>
   <translation>Härte</translation>
  </message>
  <message>
   <source>At 100 % every pixel is painted fully or not at all</source>
   <translation>Bei 100 % wird jedes Pixel ganz oder gar nicht bemalt</translation>
  </message>
  <message>
   <source>Opacity</source>
   <translation>Deckkraft</translation>
  </message>
  <message>
   <source>Of a stroke, however often it crosses itself</source>
   <translation>Eines Strichs, wie oft er sich auch kreuzt</translation>
  </message>
  <message>
   <source>Fade by pressure</source>
   <translation>Deckkraft nach Druck</translation>
  </message>
  <message>
   <source>Pressure changes opacity</source>
   <translation>Druck ändert die Deckkraft</translation>
  </message>
  <message>
   <source>On {layer}</source>
   <translation>Auf {layer}</translation>
  </message>
 </context>
 <context>
  <name>PaintControl</name>
  <message>
   <source>The regions are being found; paint again in a moment.</source>
   <translation>Die Regionen werden gesucht; gleich noch einmal malen.</translation>
  </message>
  <message>
   <source>Begin the stroke in a region of the drawing.</source>
   <translation>Den Strich in einer Region der Zeichnung beginnen.</translation>
  </message>
 </context>
 <context>
  <name>PalettePanel</name>
  <message>
   <source>Lock palette</source>
   <translation>Palette sperren</translation>
  </message>
  <message>
   <source>Add the brush's colour</source>
   <translation>Pinselfarbe hinzufügen</translation>
  </message>
  <message>
   <source>Add the colours of the picture and of all hints</source>
   <translation>Farben des Bildes und aller Hinweise hinzufügen</translation>
  </message>
  <message>
   <source>Open a palette: GIMP, Adobe, Procreate, #rrggbb lines…</source>
   <translation>Palette öffnen: GIMP, Adobe, Procreate, Zeilen mit #rrggbb…</translation>
  </message>
  <message>
   <source>Save as a GIMP palette</source>
   <translation>Als GIMP-Palette speichern</translation>
  </message>
  <message>
   <source>Swatches</source>
   <translation>Farbfelder</translation>
  </message>
  <message>
   <source>No swatches yet. Add the brush's colour, collect those of the hints, or drop a palette file on the window.</source>
   <translation>Noch keine Farbfelder. Die Pinselfarbe hinzufügen, die der Hinweise sammeln oder eine Palettendatei auf das Fenster ziehen.</translation>
  </message>
  <message>
   <source>Colour of the swatch</source>
   <translation>Farbe des Farbfelds</translation>
  </message>
  <message>
   <source>Tone of the swatch</source>
   <translation>Ton des Farbfelds</translation>
  </message>
  <message>
   <source>set {number}</source>
   <translation>Satz {number}</translation>
  </message>
  <message>
   <source>Colour with these swatches alone; a colour between them takes the nearest</source>
   <translation>Nur mit diesen Farbfeldern färben; eine Farbe dazwischen nimmt das nächste</translation>
  </message>
  <message>
   <source>Add swatches first: then colouring can be held to them</source>
   <translation>Zuerst Farbfelder hinzufügen: dann kann nur mit ihnen gefärbt werden</translation>
  </message>
  <message>
   <source>Remove all swatches</source>
   <translation>Alle Farbfelder entfernen</translation>
  </message>
 </context>
 <context>
  <name>PanelDocks</name>
  <message>
   <source>Panels</source>
   <translation>Bedienfelder</translation>
  </message>
 </context>
 <context>
  <name>PenPage</name>
  <message>
   <source>Pen</source>
   <translation>Stift</translation>
  </message>
  <message>
   <source> px</source>
   <translation> px</translation>
  </message>
  <message>
   <source>off</source>
   <translation>aus</translation>
  </message>
  <message>
   <source>Steady hand</source>
   <translation>Ruhige Hand</translation>
  </message>
  <message>
   <source>draws, in place of moving the picture</source>
   <translation>zeichnet, statt das Bild zu bewegen</translation>
  </message>
  <message>
   <source>Soft</source>
   <translation>Weich</translation>
  </message>
  <message>
   <source>Straight</source>
   <translation>Gerade</translation>
  </message>
  <message>
   <source>Firm</source>
   <translation>Hart</translation>
  </message>
  <message>
   <source>Strokes</source>
   <translation>Striche</translation>
  </message>
  <message>
   <source>One finger</source>
   <translation>Ein Finger</translation>
  </message>
  <message>
   <source>To the right: how hard the pen is pressed. Upwards: what that counts as. Click the curve for another point and drag it; a double click takes it away.</source>
   <translation>Nach rechts: wie fest der Stift drückt. Nach oben: was das zählt. Ein Klick auf die Kurve setzt einen Punkt, der sich ziehen lässt; ein Doppelklick entfernt ihn.</translation>
  </message>
 </context>
 <context>
  <name>PerformancePage</name>
  <message>
   <source>Performance</source>
   <translation>Leistung</translation>
  </message>
  <message>
   <source>Device</source>
   <translation>Gerät</translation>
  </message>
  <message>
   <source>Automatic</source>
   <translation>Automatisch</translation>
  </message>
  <message>
   <source>GPU (CUDA)</source>
   <translation>GPU (CUDA)</translation>
  </message>
  <message>
   <source>all {count}</source>
   <translation>alle {count}</translation>
  </message>
  <message>
   <source>Processor cores</source>
   <translation>Prozessorkerne</translation>
  </message>
  <message>
   <source> MB</source>
   <translation> MB</translation>
  </message>
  <message>
   <source>Memory for drawings that were read</source>
   <translation>Speicher für gelesene Zeichnungen</translation>
  </message>
  <message>
   <source>Compute on</source>
   <translation>Rechnen auf</translation>
  </message>
  <message>
   <source>Memory for drawings</source>
   <translation>Speicher für Zeichnungen</translation>
  </message>
  <message>
   <source>What was read of a drawing is kept in memory, so that a stroke need not wait for it. Fewer cores leave more to other programs.</source>
   <translation>Was an einer Zeichnung gelesen wurde, bleibt im Speicher, damit ein Strich nicht darauf wartet. Weniger Kerne lassen anderen Programmen mehr.</translation>
  </message>
 </context>
 <context>
  <name>PixelSlider</name>
  <message>
   <source>As the drawing's size suggests</source>
   <translation>Nach der Größe der Zeichnung</translation>
  </message>
  <message>
   <source>Usual</source>
   <translation>Üblich</translation>
  </message>
  <message>
   <source>{pixels} px</source>
   <translation>{pixels} px</translation>
  </message>
 </context>
 <context>
  <name>PlaceBar</name>
  <message>
   <source>Size</source>
   <translation>Größe</translation>
  </message>
  <message>
   <source> %</source>
   <translation> %</translation>
  </message>
  <message>
   <source>Angle</source>
   <translation>Winkel</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>Setzen</translation>
  </message>
  <message>
   <source>Make it a layer (Enter)</source>
   <translation>Zu einer Ebene machen (Eingabe)</translation>
  </message>
  <message>
   <source>Give up</source>
   <translation>Aufgeben</translation>
  </message>
  <message>
   <source>Paste nothing (Esc)</source>
   <translation>Nichts einfügen (Esc)</translation>
  </message>
 </context>
 <context>
  <name>PlaceControl</name>
  <message>
   <source>Pasted</source>
   <translation>Eingefügt</translation>
  </message>
 </context>
 <context>
  <name>Player</name>
  <message>
   <source>Play</source>
   <translation>Abspielen</translation>
  </message>
  <message>
   <source>Previous frame</source>
   <translation>Voriges Bild</translation>
  </message>
  <message>
   <source>Next frame</source>
   <translation>Nächstes Bild</translation>
  </message>
  <message>
   <source>Repeat</source>
   <translation>Wiederholen</translation>
  </message>
  <message>
   <source>Halt at colour pops</source>
   <translation>Bei Farbsprüngen anhalten</translation>
  </message>
  <message>
   <source>Play on the canvas</source>
   <translation>Auf der Leinwand abspielen</translation>
  </message>
  <message>
   <source> fps</source>
   <translation> fps</translation>
  </message>
  <message>
   <source>Frames per second</source>
   <translation>Bilder pro Sekunde</translation>
  </message>
  <message>
   <source>Frame</source>
   <translation>Bild</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>Pause</translation>
  </message>
 </context>
 <context>
  <name>PreferencesDialog</name>
  <message>
   <source>Preferences</source>
   <translation>Einstellungen</translation>
  </message>
  <message>
   <source>Pages</source>
   <translation>Seiten</translation>
  </message>
 </context>
 <context>
  <name>RecoveryKeeper</name>
  <message>
   <source>Keeping unsaved work…</source>
   <translation>Ungespeicherte Arbeit wird gesichert…</translation>
  </message>
  <message>
   <source>Unsaved work is not kept for recovery: {reason}</source>
   <translation>Ungespeicherte Arbeit wird nicht gesichert: {reason}</translation>
  </message>
 </context>
 <context>
  <name>ReferenceControl</name>
  <message>
   <source>Pictures ({endings});;All files (*)</source>
   <translation>Bilder ({endings});;Alle Dateien (*)</translation>
  </message>
  <message>
   <source>{name}: open a line drawing first</source>
   <translation>{name}: zuerst eine Strichzeichnung öffnen</translation>
  </message>
  <message>
   <source>Colours come from {count} drawings</source>
   <translation>Farben kommen von {count} Zeichnungen</translation>
  </message>
  <message>
   <source>Colours come from {name}</source>
   <translation>Farben kommen von {name}</translation>
  </message>
  <message>
   <source>Reading {name}…</source>
   <translation>{name} wird gelesen…</translation>
  </message>
  <message>
   <source>Now click the same place in the drawing; Escape gives up</source>
   <translation>Jetzt dieselbe Stelle in der Zeichnung anklicken; Escape bricht ab</translation>
  </message>
  <message>
   <source>Palette of the references: {count} swatches</source>
   <translation>Palette der Referenzen: {count} Farbfelder</translation>
  </message>
 </context>
 <context>
  <name>ReferencePanel</name>
  <message>
   <source>Add coloured drawings to take colours from</source>
   <translation>Farbige Zeichnungen hinzufügen, von denen Farben kommen</translation>
  </message>
  <message>
   <source>Remove the reference that is shown</source>
   <translation>Die gezeigte Referenz entfernen</translation>
  </message>
  <message>
   <source>Pair places: click one here, then the same one in the drawing</source>
   <translation>Stellen paaren: hier klicken, dann dieselbe Stelle in der Zeichnung</translation>
  </message>
  <message>
   <source>Forget all paired places</source>
   <translation>Alle Paare vergessen</translation>
  </message>
  <message>
   <source>Make the palette of these drawings, and lock it</source>
   <translation>Die Palette dieser Zeichnungen anlegen und sperren</translation>
  </message>
  <message>
   <source>Drop coloured drawings of the same character here: a model sheet, or last week's picture. Regions take their colours from them.</source>
   <translation>Farbige Zeichnungen derselben Figur hier ablegen: ein Modellblatt oder das Bild der letzten Woche. Regionen nehmen ihre Farben daraus.</translation>
  </message>
  <message>
   <source>References</source>
   <translation>Referenzen</translation>
  </message>
  <message>
   <source>Regions to look at</source>
   <translation>Anzusehende Regionen</translation>
  </message>
  <message>
   <source>Reference {number}</source>
   <translation>Referenz {number}</translation>
  </message>
  <message>
   <source>Open at {place} ({pixels} px)</source>
   <translation>Offen bei {place} ({pixels} px)</translation>
  </message>
  <message>
   <source>{share} % sure at {place}</source>
   <translation>{share} % sicher bei {place}</translation>
  </message>
  <message>
   <source>Click a place in the reference.</source>
   <translation>Eine Stelle in der Referenz anklicken.</translation>
  </message>
  <message>
   <source>Now click the same place in the drawing.</source>
   <translation>Jetzt dieselbe Stelle in der Zeichnung anklicken.</translation>
  </message>
  <message>
   <source>{told} regions coloured, {open} open, {unsure} to look at</source>
   <translation>{told} Regionen gefärbt, {open} offen, {unsure} anzusehen</translation>
  </message>
 </context>
 <context>
  <name>ReferenceView</name>
  <message>
   <source>Reference</source>
   <translation>Referenz</translation>
  </message>
 </context>
 <context>
  <name>RegionFinder</name>
  <message>
   <source>Finding the regions…</source>
   <translation>Regionen werden gesucht…</translation>
  </message>
 </context>
 <context>
  <name>ReportPage</name>
  <message>
   <source>The report follows when all frames are done.</source>
   <translation>Der Bericht folgt, wenn alle Bilder fertig sind.</translation>
  </message>
  <message>
   <source>Open report</source>
   <translation>Bericht öffnen</translation>
  </message>
  <message>
   <source>Contact sheet and figures, in the browser</source>
   <translation>Kontaktbogen und Zahlen, im Browser</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>Open the next doubtful region (D)</source>
   <translation>Nächste zweifelhafte Region öffnen (D)</translation>
  </message>
  <message>
   <source>Next doubtful region</source>
   <translation>Nächste zweifelhafte Region</translation>
  </message>
  <message>
   <source>Findings</source>
   <translation>Funde</translation>
  </message>
  <message>
   <source>Double-click to correct this frame</source>
   <translation>Doppelklick, um dieses Bild zu korrigieren</translation>
  </message>
 </context>
 <context>
  <name>SampleCard</name>
  <message>
   <source>Sample: {title}</source>
   <translation>Beispiel: {title}</translation>
  </message>
 </context>
 <context>
  <name>Seeing</name>
  <message>
   <source>{keys} brings the panels back</source>
   <translation>{keys} bringt die Bedienfelder zurück</translation>
  </message>
 </context>
 <context>
  <name>SelectBar</name>
  <message>
   <source>Region</source>
   <translation>Region</translation>
  </message>
  <message>
   <source>A press selects a region, a loop what it holds</source>
   <translation>Ein Druck wählt eine Region, eine Schlinge ihren Inhalt</translation>
  </message>
  <message>
   <source>Colour</source>
   <translation>Farbe</translation>
  </message>
  <message>
   <source>A press selects every pixel of its colour</source>
   <translation>Ein Druck wählt alle Pixel seiner Farbe</translation>
  </message>
  <message>
   <source>New</source>
   <translation>Neu</translation>
  </message>
  <message>
   <source>Select this alone</source>
   <translation>Nur dies auswählen</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>Hinzufügen</translation>
  </message>
  <message>
   <source>Select this as well (Shift)</source>
   <translation>Auch dies auswählen (Umschalt)</translation>
  </message>
  <message>
   <source>Take away</source>
   <translation>Abziehen</translation>
  </message>
  <message>
   <source>Select this no longer</source>
   <translation>Dies nicht mehr auswählen</translation>
  </message>
  <message>
   <source>All</source>
   <translation>Alles</translation>
  </message>
  <message>
   <source>Select all (Ctrl+A)</source>
   <translation>Alles auswählen (Strg+A)</translation>
  </message>
  <message>
   <source>None</source>
   <translation>Nichts</translation>
  </message>
  <message>
   <source>Select nothing (Ctrl+Shift+A)</source>
   <translation>Nichts auswählen (Strg+Umschalt+A)</translation>
  </message>
  <message>
   <source>Invert</source>
   <translation>Umkehren</translation>
  </message>
  <message>
   <source>Select the rest (Ctrl+Shift+I)</source>
   <translation>Den Rest auswählen (Strg+Umschalt+I)</translation>
  </message>
 </context>
 <context>
  <name>SetsRow</name>
  <message>
   <source>Colour set</source>
   <translation>Farbsatz</translation>
  </message>
  <message>
   <source>The colours of a scene, as day or night. Type another name to rename it.</source>
   <translation>Die Farben einer Szene, etwa Tag oder Nacht. Ein anderer Name benennt ihn um.</translation>
  </message>
  <message>
   <source>Name of the colour set</source>
   <translation>Name des Farbsatzes</translation>
  </message>
  <message>
   <source>One more colour set, like this one</source>
   <translation>Noch ein Farbsatz, wie dieser</translation>
  </message>
  <message>
   <source>Remove this colour set</source>
   <translation>Diesen Farbsatz entfernen</translation>
  </message>
 </context>
 <context>
  <name>Shortcuts</name>
  <message>
   <source>Move the picture, held</source>
   <translation>Bild verschieben, gehalten</translation>
  </message>
  <message>
   <source>Turn the picture, held</source>
   <translation>Bild drehen, gehalten</translation>
  </message>
  <message>
   <source>Show the drawing without colours, held</source>
   <translation>Zeichnung ohne Farben zeigen, gehalten</translation>
  </message>
 </context>
 <context>
  <name>ShortcutsPage</name>
  <message>
   <source>Keys</source>
   <translation>Tasten</translation>
  </message>
  <message>
   <source>Keys as in</source>
   <translation>Tasten wie in</translation>
  </message>
  <message>
   <source>Search commands and keys</source>
   <translation>Befehle und Tasten suchen</translation>
  </message>
  <message>
   <source>Clear</source>
   <translation>Leeren</translation>
  </message>
  <message>
   <source>Reset</source>
   <translation>Zurücksetzen</translation>
  </message>
  <message>
   <source>Reset all</source>
   <translation>Alle zurücksetzen</translation>
  </message>
  <message>
   <source>Take it over</source>
   <translation>Übernehmen</translation>
  </message>
  <message>
   <source>Commands</source>
   <translation>Befehle</translation>
  </message>
  <message>
   <source>Command</source>
   <translation>Befehl</translation>
  </message>
  <message>
   <source>On the canvas</source>
   <translation>Auf der Leinwand</translation>
  </message>
  <message>
   <source>{keys} is the key of “{command}”, which would be without it.</source>
   <translation>{keys} ist die Taste von „{command}“, das dann keine hätte.</translation>
  </message>
  <message>
   <source>{keys} is a key of “{command}”, which would keep its others.</source>
   <translation>{keys} ist eine Taste von „{command}“, das seine anderen behielte.</translation>
  </message>
 </context>
 <context>
  <name>SideBySide</name>
  <message>
   <source>Take a snapshot</source>
   <translation>Schnappschuss aufnehmen</translation>
  </message>
  <message>
   <source>One of each generator</source>
   <translation>Einer von jedem Generator</translation>
  </message>
  <message>
   <source>Back to the drawing</source>
   <translation>Zurück zur Zeichnung</translation>
  </message>
  <message>
   <source>There are no snapshots yet</source>
   <translation>Es gibt noch keine Schnappschüsse</translation>
  </message>
  <message>
   <source>Colouring…</source>
   <translation>Färbt…</translation>
  </message>
  <message>
   <source>Use</source>
   <translation>Benutzen</translation>
  </message>
  <message>
   <source>Compare</source>
   <translation>Vergleichen</translation>
  </message>
  <message>
   <source>Forget</source>
   <translation>Vergessen</translation>
  </message>
 </context>
 <context>
  <name>Snapshots</name>
  <message>
   <source>Snapshot {number}</source>
   <translation>Schnappschuss {number}</translation>
  </message>
  <message>
   <source>{title} taken</source>
   <translation>{title} aufgenommen</translation>
  </message>
  <message>
   <source>Colouring by each generator…</source>
   <translation>Jeder Generator färbt…</translation>
  </message>
  <message>
   <source>{title} gives no snapshot: {reason}</source>
   <translation>{title} gibt keinen Schnappschuss: {reason}</translation>
  </message>
  <message>
   <source>Snapshots of the generators taken</source>
   <translation>Schnappschüsse der Generatoren aufgenommen</translation>
  </message>
 </context>
 <context>
  <name>StartPage</name>
  <message>
   <source>Or try a sample</source>
   <translation>Oder ein Beispiel ausprobieren</translation>
  </message>
  <message>
   <source>Recent</source>
   <translation>Zuletzt benutzt</translation>
  </message>
  <message>
   <source>Open a line drawing, or drop one here</source>
   <translation>Eine Strichzeichnung öffnen oder hier ablegen</translation>
  </message>
  <message>
   <source>PNG, JPEG, WebP, TIFF, BMP, PSD or a Tintline project</source>
   <translation>PNG, JPEG, WebP, TIFF, BMP, PSD oder ein Tintline-Projekt</translation>
  </message>
  <message>
   <source>Open…</source>
   <translation>Öffnen…</translation>
  </message>
  <message>
   <source>Tour of two minutes</source>
   <translation>Rundgang in zwei Minuten</translation>
  </message>
 </context>
 <context>
  <name>StatusLine</name>
  <message>
   <source>Device, stage and time of the colouring</source>
   <translation>Gerät, Stufe und Zeit des Färbens</translation>
  </message>
  <message>
   <source>Hints obeyed, and the palette lock</source>
   <translation>Befolgte Hinweise und die Palettensperre</translation>
  </message>
  <message>
   <source>What decides the colours besides the hints</source>
   <translation>Was außer den Hinweisen die Farben bestimmt</translation>
  </message>
  <message>
   <source>Zoom; click to fit the picture</source>
   <translation>Zoom; Klick passt das Bild ein</translation>
  </message>
  <message>
   <source>hints obeyed {obeyed}/{visible}</source>
   <translation>Hinweise befolgt {obeyed}/{visible}</translation>
  </message>
  <message>
   <source>off palette {before} → {after} px</source>
   <translation>außerhalb der Palette {before} → {after} px</translation>
  </message>
  <message>
   <source>{count} ambiguous</source>
   <translation>{count} mehrdeutig</translation>
  </message>
  <message>
   <source>Two swatches were nearly as near:</source>
   <translation>Zwei Farbfelder waren fast gleich nah:</translation>
  </message>
  <message>
   <source>{wanted} at {x}, {y} ({pixels} px): {chosen}, or {other}</source>
   <translation>{wanted} bei {x}, {y} ({pixels} px): {chosen} oder {other}</translation>
  </message>
  <message>
   <source>{size} px</source>
   <translation>{size} px</translation>
  </message>
  <message>
   <source>mirrored</source>
   <translation>gespiegelt</translation>
  </message>
 </context>
 <context>
  <name>Swatch</name>
  <message>
   <source>Empty swatch</source>
   <translation>Leeres Farbfeld</translation>
  </message>
 </context>
 <context>
  <name>SwatchPair</name>
  <message>
   <source>Second colour {color}: click to swap</source>
   <translation>Zweite Farbe {color}: Klick tauscht</translation>
  </message>
 </context>
 <context>
  <name>Swatches</name>
  <message>
   <source>Highlight</source>
   <translation>Glanzlicht</translation>
  </message>
  <message>
   <source>Shade 1</source>
   <translation>Schatten 1</translation>
  </message>
  <message>
   <source>Shade 2</source>
   <translation>Schatten 2</translation>
  </message>
  <message>
   <source>shade 1</source>
   <translation>Schatten 1</translation>
  </message>
  <message>
   <source>shade 2</source>
   <translation>Schatten 2</translation>
  </message>
  <message>
   <source>highlight</source>
   <translation>Glanzlicht</translation>
  </message>
  <message>
   <source>Paint with {color}</source>
   <translation>Mit {color} malen</translation>
  </message>
  <message>
   <source>Change colour…</source>
   <translation>Farbe ändern…</translation>
  </message>
  <message>
   <source>Replace by {color} everywhere</source>
   <translation>Überall durch {color} ersetzen</translation>
  </message>
  <message>
   <source>Merge into</source>
   <translation>Vereinen mit</translation>
  </message>
  <message>
   <source>Remove swatch</source>
   <translation>Farbfeld entfernen</translation>
  </message>
  <message>
   <source>Tones</source>
   <translation>Töne</translation>
  </message>
  <message>
   <source>derived</source>
   <translation>abgeleitet</translation>
  </message>
  <message>
   <source>The brush's colour {color}</source>
   <translation>Die Pinselfarbe {color}</translation>
  </message>
  <message>
   <source>Derived by the light</source>
   <translation>Vom Licht abgeleitet</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>Wählen…</translation>
  </message>
 </context>
 <context>
  <name>Tags</name>
  <message>
   <source>Hair</source>
   <translation>Haare</translation>
  </message>
  <message>
   <source>blonde</source>
   <translation>blond</translation>
  </message>
  <message>
   <source>blonde hair</source>
   <translation>blonde Haare</translation>
  </message>
  <message>
   <source>brown</source>
   <translation>braun</translation>
  </message>
  <message>
   <source>brown hair</source>
   <translation>braune Haare</translation>
  </message>
  <message>
   <source>black</source>
   <translation>schwarz</translation>
  </message>
  <message>
   <source>black hair</source>
   <translation>schwarze Haare</translation>
  </message>
  <message>
   <source>blue</source>
   <translation>blau</translation>
  </message>
  <message>
   <source>blue hair</source>
   <translation>blaue Haare</translation>
  </message>
  <message>
   <source>purple</source>
   <translation>violett</translation>
  </message>
  <message>
   <source>purple hair</source>
   <translation>violette Haare</translation>
  </message>
  <message>
   <source>pink</source>
   <translation>rosa</translation>
  </message>
  <message>
   <source>pink hair</source>
   <translation>rosa Haare</translation>
  </message>
  <message>
   <source>silver</source>
   <translation>silbern</translation>
  </message>
  <message>
   <source>silver hair</source>
   <translation>silberne Haare</translation>
  </message>
  <message>
   <source>green</source>
   <translation>grün</translation>
  </message>
  <message>
   <source>green hair</source>
   <translation>grüne Haare</translation>
  </message>
  <message>
   <source>red</source>
   <translation>rot</translation>
  </message>
  <message>
   <source>red hair</source>
   <translation>rote Haare</translation>
  </message>
  <message>
   <source>white</source>
   <translation>weiß</translation>
  </message>
  <message>
   <source>white hair</source>
   <translation>weiße Haare</translation>
  </message>
  <message>
   <source>orange</source>
   <translation>orange</translation>
  </message>
  <message>
   <source>orange hair</source>
   <translation>orange Haare</translation>
  </message>
  <message>
   <source>grey</source>
   <translation>grau</translation>
  </message>
  <message>
   <source>grey hair</source>
   <translation>graue Haare</translation>
  </message>
  <message>
   <source>aqua</source>
   <translation>türkis</translation>
  </message>
  <message>
   <source>aqua hair</source>
   <translation>türkisfarbene Haare</translation>
  </message>
  <message>
   <source>light brown</source>
   <translation>hellbraun</translation>
  </message>
  <message>
   <source>light brown hair</source>
   <translation>hellbraune Haare</translation>
  </message>
  <message>
   <source>Eyes</source>
   <translation>Augen</translation>
  </message>
  <message>
   <source>blue eyes</source>
   <translation>blaue Augen</translation>
  </message>
  <message>
   <source>red eyes</source>
   <translation>rote Augen</translation>
  </message>
  <message>
   <source>brown eyes</source>
   <translation>braune Augen</translation>
  </message>
  <message>
   <source>green eyes</source>
   <translation>grüne Augen</translation>
  </message>
  <message>
   <source>purple eyes</source>
   <translation>violette Augen</translation>
  </message>
  <message>
   <source>yellow</source>
   <translation>gelb</translation>
  </message>
  <message>
   <source>yellow eyes</source>
   <translation>gelbe Augen</translation>
  </message>
  <message>
   <source>pink eyes</source>
   <translation>rosa Augen</translation>
  </message>
  <message>
   <source>black eyes</source>
   <translation>schwarze Augen</translation>
  </message>
  <message>
   <source>aqua eyes</source>
   <translation>türkisfarbene Augen</translation>
  </message>
  <message>
   <source>orange eyes</source>
   <translation>orange Augen</translation>
  </message>
  <message>
   <source>grey eyes</source>
   <translation>graue Augen</translation>
  </message>
  <message>
   <source>Skin</source>
   <translation>Haut</translation>
  </message>
  <message>
   <source>pale</source>
   <translation>blass</translation>
  </message>
  <message>
   <source>pale skin</source>
   <translation>blasse Haut</translation>
  </message>
  <message>
   <source>light</source>
   <translation>hell</translation>
  </message>
  <message>
   <source>light skin</source>
   <translation>helle Haut</translation>
  </message>
  <message>
   <source>tan</source>
   <translation>gebräunt</translation>
  </message>
  <message>
   <source>brown skin</source>
   <translation>braune Haut</translation>
  </message>
  <message>
   <source>dark</source>
   <translation>dunkel</translation>
  </message>
  <message>
   <source>dark skin</source>
   <translation>dunkle Haut</translation>
  </message>
  <message>
   <source>blue skin</source>
   <translation>blaue Haut</translation>
  </message>
  <message>
   <source>green skin</source>
   <translation>grüne Haut</translation>
  </message>
  <message>
   <source>Shirt</source>
   <translation>Hemd</translation>
  </message>
  <message>
   <source>black shirt</source>
   <translation>schwarzes Hemd</translation>
  </message>
  <message>
   <source>white shirt</source>
   <translation>weißes Hemd</translation>
  </message>
  <message>
   <source>grey shirt</source>
   <translation>graues Hemd</translation>
  </message>
  <message>
   <source>brown shirt</source>
   <translation>braunes Hemd</translation>
  </message>
  <message>
   <source>red shirt</source>
   <translation>rotes Hemd</translation>
  </message>
  <message>
   <source>orange shirt</source>
   <translation>orange Hemd</translation>
  </message>
  <message>
   <source>yellow shirt</source>
   <translation>gelbes Hemd</translation>
  </message>
  <message>
   <source>green shirt</source>
   <translation>grünes Hemd</translation>
  </message>
  <message>
   <source>blue shirt</source>
   <translation>blaues Hemd</translation>
  </message>
  <message>
   <source>purple shirt</source>
   <translation>violettes Hemd</translation>
  </message>
  <message>
   <source>pink shirt</source>
   <translation>rosa Hemd</translation>
  </message>
  <message>
   <source>aqua shirt</source>
   <translation>türkisfarbenes Hemd</translation>
  </message>
  <message>
   <source>Jacket and coat</source>
   <translation>Jacke und Mantel</translation>
  </message>
  <message>
   <source>black jacket</source>
   <translation>schwarze Jacke</translation>
  </message>
  <message>
   <source>white jacket</source>
   <translation>weiße Jacke</translation>
  </message>
  <message>
   <source>grey jacket</source>
   <translation>graue Jacke</translation>
  </message>
  <message>
   <source>brown jacket</source>
   <translation>braune Jacke</translation>
  </message>
  <message>
   <source>red jacket</source>
   <translation>rote Jacke</translation>
  </message>
  <message>
   <source>orange jacket</source>
   <translation>orange Jacke</translation>
  </message>
  <message>
   <source>yellow jacket</source>
   <translation>gelbe Jacke</translation>
  </message>
  <message>
   <source>green jacket</source>
   <translation>grüne Jacke</translation>
  </message>
  <message>
   <source>blue jacket</source>
   <translation>blaue Jacke</translation>
  </message>
  <message>
   <source>purple jacket</source>
   <translation>violette Jacke</translation>
  </message>
  <message>
   <source>pink jacket</source>
   <translation>rosa Jacke</translation>
  </message>
  <message>
   <source>aqua jacket</source>
   <translation>türkisfarbene Jacke</translation>
  </message>
  <message>
   <source>Dress</source>
   <translation>Kleid</translation>
  </message>
  <message>
   <source>black dress</source>
   <translation>schwarzes Kleid</translation>
  </message>
  <message>
   <source>white dress</source>
   <translation>weißes Kleid</translation>
  </message>
  <message>
   <source>grey dress</source>
   <translation>graues Kleid</translation>
  </message>
  <message>
   <source>brown dress</source>
   <translation>braunes Kleid</translation>
  </message>
  <message>
   <source>red dress</source>
   <translation>rotes Kleid</translation>
  </message>
  <message>
   <source>orange dress</source>
   <translation>orange Kleid</translation>
  </message>
  <message>
   <source>yellow dress</source>
   <translation>gelbes Kleid</translation>
  </message>
  <message>
   <source>green dress</source>
   <translation>grünes Kleid</translation>
  </message>
  <message>
   <source>blue dress</source>
   <translation>blaues Kleid</translation>
  </message>
  <message>
   <source>purple dress</source>
   <translation>violettes Kleid</translation>
  </message>
  <message>
   <source>pink dress</source>
   <translation>rosa Kleid</translation>
  </message>
  <message>
   <source>aqua dress</source>
   <translation>türkisfarbenes Kleid</translation>
  </message>
  <message>
   <source>Skirt</source>
   <translation>Rock</translation>
  </message>
  <message>
   <source>black skirt</source>
   <translation>schwarzer Rock</translation>
  </message>
  <message>
   <source>white skirt</source>
   <translation>weißer Rock</translation>
  </message>
  <message>
   <source>grey skirt</source>
   <translation>grauer Rock</translation>
  </message>
  <message>
   <source>brown skirt</source>
   <translation>brauner Rock</translation>
  </message>
  <message>
   <source>red skirt</source>
   <translation>roter Rock</translation>
  </message>
  <message>
   <source>orange skirt</source>
   <translation>orange Rock</translation>
  </message>
  <message>
   <source>yellow skirt</source>
   <translation>gelber Rock</translation>
  </message>
  <message>
   <source>green skirt</source>
   <translation>grüner Rock</translation>
  </message>
  <message>
   <source>blue skirt</source>
   <translation>blauer Rock</translation>
  </message>
  <message>
   <source>purple skirt</source>
   <translation>violetter Rock</translation>
  </message>
  <message>
   <source>pink skirt</source>
   <translation>rosa Rock</translation>
  </message>
  <message>
   <source>aqua skirt</source>
   <translation>türkisfarbener Rock</translation>
  </message>
  <message>
   <source>Trousers</source>
   <translation>Hose</translation>
  </message>
  <message>
   <source>black pants</source>
   <translation>schwarze Hose</translation>
  </message>
  <message>
   <source>white pants</source>
   <translation>weiße Hose</translation>
  </message>
  <message>
   <source>grey pants</source>
   <translation>graue Hose</translation>
  </message>
  <message>
   <source>brown pants</source>
   <translation>braune Hose</translation>
  </message>
  <message>
   <source>red pants</source>
   <translation>rote Hose</translation>
  </message>
  <message>
   <source>orange pants</source>
   <translation>orange Hose</translation>
  </message>
  <message>
   <source>yellow pants</source>
   <translation>gelbe Hose</translation>
  </message>
  <message>
   <source>green pants</source>
   <translation>grüne Hose</translation>
  </message>
  <message>
   <source>blue pants</source>
   <translation>blaue Hose</translation>
  </message>
  <message>
   <source>purple pants</source>
   <translation>violette Hose</translation>
  </message>
  <message>
   <source>pink pants</source>
   <translation>rosa Hose</translation>
  </message>
  <message>
   <source>aqua pants</source>
   <translation>türkisfarbene Hose</translation>
  </message>
  <message>
   <source>Legwear</source>
   <translation>Beinkleidung</translation>
  </message>
  <message>
   <source>black legwear</source>
   <translation>schwarze Beinkleidung</translation>
  </message>
  <message>
   <source>white legwear</source>
   <translation>weiße Beinkleidung</translation>
  </message>
  <message>
   <source>grey legwear</source>
   <translation>graue Beinkleidung</translation>
  </message>
  <message>
   <source>brown legwear</source>
   <translation>braune Beinkleidung</translation>
  </message>
  <message>
   <source>red legwear</source>
   <translation>rote Beinkleidung</translation>
  </message>
  <message>
   <source>orange legwear</source>
   <translation>orange Beinkleidung</translation>
  </message>
  <message>
   <source>yellow legwear</source>
   <translation>gelbe Beinkleidung</translation>
  </message>
  <message>
   <source>green legwear</source>
   <translation>grüne Beinkleidung</translation>
  </message>
  <message>
   <source>blue legwear</source>
   <translation>blaue Beinkleidung</translation>
  </message>
  <message>
   <source>purple legwear</source>
   <translation>violette Beinkleidung</translation>
  </message>
  <message>
   <source>pink legwear</source>
   <translation>rosa Beinkleidung</translation>
  </message>
  <message>
   <source>aqua legwear</source>
   <translation>türkisfarbene Beinkleidung</translation>
  </message>
  <message>
   <source>Footwear</source>
   <translation>Schuhe</translation>
  </message>
  <message>
   <source>black footwear</source>
   <translation>schwarze Schuhe</translation>
  </message>
  <message>
   <source>white footwear</source>
   <translation>weiße Schuhe</translation>
  </message>
  <message>
   <source>grey footwear</source>
   <translation>graue Schuhe</translation>
  </message>
  <message>
   <source>brown footwear</source>
   <translation>braune Schuhe</translation>
  </message>
  <message>
   <source>red footwear</source>
   <translation>rote Schuhe</translation>
  </message>
  <message>
   <source>orange footwear</source>
   <translation>orange Schuhe</translation>
  </message>
  <message>
   <source>yellow footwear</source>
   <translation>gelbe Schuhe</translation>
  </message>
  <message>
   <source>green footwear</source>
   <translation>grüne Schuhe</translation>
  </message>
  <message>
   <source>blue footwear</source>
   <translation>blaue Schuhe</translation>
  </message>
  <message>
   <source>purple footwear</source>
   <translation>violette Schuhe</translation>
  </message>
  <message>
   <source>pink footwear</source>
   <translation>rosa Schuhe</translation>
  </message>
  <message>
   <source>aqua footwear</source>
   <translation>türkisfarbene Schuhe</translation>
  </message>
  <message>
   <source>Hat</source>
   <translation>Hut</translation>
  </message>
  <message>
   <source>black hat</source>
   <translation>schwarzer Hut</translation>
  </message>
  <message>
   <source>white hat</source>
   <translation>weißer Hut</translation>
  </message>
  <message>
   <source>grey hat</source>
   <translation>grauer Hut</translation>
  </message>
  <message>
   <source>brown hat</source>
   <translation>brauner Hut</translation>
  </message>
  <message>
   <source>red hat</source>
   <translation>roter Hut</translation>
  </message>
  <message>
   <source>orange hat</source>
   <translation>orange Hut</translation>
  </message>
  <message>
   <source>yellow hat</source>
   <translation>gelber Hut</translation>
  </message>
  <message>
   <source>green hat</source>
   <translation>grüner Hut</translation>
  </message>
  <message>
   <source>blue hat</source>
   <translation>blauer Hut</translation>
  </message>
  <message>
   <source>purple hat</source>
   <translation>violetter Hut</translation>
  </message>
  <message>
   <source>pink hat</source>
   <translation>rosa Hut</translation>
  </message>
  <message>
   <source>aqua hat</source>
   <translation>türkisfarbener Hut</translation>
  </message>
  <message>
   <source>Glasses</source>
   <translation>Brille</translation>
  </message>
  <message>
   <source>black eyewear</source>
   <translation>schwarze Brille</translation>
  </message>
  <message>
   <source>red eyewear</source>
   <translation>rote Brille</translation>
  </message>
  <message>
   <source>blue eyewear</source>
   <translation>blaue Brille</translation>
  </message>
  <message>
   <source>brown eyewear</source>
   <translation>braune Brille</translation>
  </message>
  <message>
   <source>grey eyewear</source>
   <translation>graue Brille</translation>
  </message>
  <message>
   <source>Ribbon and bow</source>
   <translation>Band und Schleife</translation>
  </message>
  <message>
   <source>black ribbon</source>
   <translation>schwarzes Band</translation>
  </message>
  <message>
   <source>white ribbon</source>
   <translation>weißes Band</translation>
  </message>
  <message>
   <source>grey ribbon</source>
   <translation>graues Band</translation>
  </message>
  <message>
   <source>brown ribbon</source>
   <translation>braunes Band</translation>
  </message>
  <message>
   <source>red ribbon</source>
   <translation>rotes Band</translation>
  </message>
  <message>
   <source>orange ribbon</source>
   <translation>orange Band</translation>
  </message>
  <message>
   <source>yellow ribbon</source>
   <translation>gelbes Band</translation>
  </message>
  <message>
   <source>green ribbon</source>
   <translation>grünes Band</translation>
  </message>
  <message>
   <source>blue ribbon</source>
   <translation>blaues Band</translation>
  </message>
  <message>
   <source>purple ribbon</source>
   <translation>violettes Band</translation>
  </message>
  <message>
   <source>pink ribbon</source>
   <translation>rosa Band</translation>
  </message>
  <message>
   <source>aqua ribbon</source>
   <translation>türkisfarbenes Band</translation>
  </message>
  <message>
   <source>Neckwear</source>
   <translation>Halsschmuck</translation>
  </message>
  <message>
   <source>black neckwear</source>
   <translation>schwarzer Halsschmuck</translation>
  </message>
  <message>
   <source>white neckwear</source>
   <translation>weißer Halsschmuck</translation>
  </message>
  <message>
   <source>grey neckwear</source>
   <translation>grauer Halsschmuck</translation>
  </message>
  <message>
   <source>brown neckwear</source>
   <translation>brauner Halsschmuck</translation>
  </message>
  <message>
   <source>red neckwear</source>
   <translation>roter Halsschmuck</translation>
  </message>
  <message>
   <source>orange neckwear</source>
   <translation>orange Halsschmuck</translation>
  </message>
  <message>
   <source>yellow neckwear</source>
   <translation>gelber Halsschmuck</translation>
  </message>
  <message>
   <source>green neckwear</source>
   <translation>grüner Halsschmuck</translation>
  </message>
  <message>
   <source>blue neckwear</source>
   <translation>blauer Halsschmuck</translation>
  </message>
  <message>
   <source>purple neckwear</source>
   <translation>violetter Halsschmuck</translation>
  </message>
  <message>
   <source>pink neckwear</source>
   <translation>rosa Halsschmuck</translation>
  </message>
  <message>
   <source>aqua neckwear</source>
   <translation>türkisfarbener Halsschmuck</translation>
  </message>
  <message>
   <source>Gloves</source>
   <translation>Handschuhe</translation>
  </message>
  <message>
   <source>black gloves</source>
   <translation>schwarze Handschuhe</translation>
  </message>
  <message>
   <source>white gloves</source>
   <translation>weiße Handschuhe</translation>
  </message>
  <message>
   <source>brown gloves</source>
   <translation>braune Handschuhe</translation>
  </message>
  <message>
   <source>red gloves</source>
   <translation>rote Handschuhe</translation>
  </message>
  <message>
   <source>blue gloves</source>
   <translation>blaue Handschuhe</translation>
  </message>
  <message>
   <source>grey gloves</source>
   <translation>graue Handschuhe</translation>
  </message>
  <message>
   <source>Lips</source>
   <translation>Lippen</translation>
  </message>
  <message>
   <source>red lips</source>
   <translation>rote Lippen</translation>
  </message>
  <message>
   <source>pink lips</source>
   <translation>rosa Lippen</translation>
  </message>
  <message>
   <source>brown lips</source>
   <translation>braune Lippen</translation>
  </message>
  <message>
   <source>black lips</source>
   <translation>schwarze Lippen</translation>
  </message>
  <message>
   <source>Background</source>
   <translation>Hintergrund</translation>
  </message>
  <message>
   <source>white background</source>
   <translation>weißer Hintergrund</translation>
  </message>
  <message>
   <source>grey background</source>
   <translation>grauer Hintergrund</translation>
  </message>
  <message>
   <source>blue background</source>
   <translation>blauer Hintergrund</translation>
  </message>
  <message>
   <source>pink background</source>
   <translation>rosa Hintergrund</translation>
  </message>
  <message>
   <source>yellow background</source>
   <translation>gelber Hintergrund</translation>
  </message>
  <message>
   <source>black background</source>
   <translation>schwarzer Hintergrund</translation>
  </message>
  <message>
   <source>green background</source>
   <translation>grüner Hintergrund</translation>
  </message>
  <message>
   <source>red background</source>
   <translation>roter Hintergrund</translation>
  </message>
  <message>
   <source>brown background</source>
   <translation>brauner Hintergrund</translation>
  </message>
  <message>
   <source>purple background</source>
   <translation>violetter Hintergrund</translation>
  </message>
  <message>
   <source>orange background</source>
   <translation>orange Hintergrund</translation>
  </message>
  <message>
   <source>beige</source>
   <translation>beige</translation>
  </message>
  <message>
   <source>beige background</source>
   <translation>beige Hintergrund</translation>
  </message>
  <message>
   <source>aqua background</source>
   <translation>türkisfarbener Hintergrund</translation>
  </message>
  <message>
   <source>Another colour for {part}, now {color}</source>
   <translation>Eine andere Farbe für {part}, jetzt {color}</translation>
  </message>
  <message>
   <source>{tag}: {title} has not learned this tag</source>
   <translation>{tag}: {title} hat dieses Tag nicht gelernt</translation>
  </message>
 </context>
 <context>
  <name>TagsPanel</name>
  <message>
   <source>Search tags</source>
   <translation>Tags suchen</translation>
  </message>
  <message>
   <source>No tag has this name.</source>
   <translation>Kein Tag heißt so.</translation>
  </message>
  <message>
   <source>Colour of the part</source>
   <translation>Farbe des Teils</translation>
  </message>
  <message>
   <source>Remove this tag</source>
   <translation>Dieses Tag entfernen</translation>
  </message>
  <message>
   <source>Remove {tag}</source>
   <translation>{tag} entfernen</translation>
  </message>
 </context>
 <context>
  <name>TestField</name>
  <message>
   <source>Test field for the pen</source>
   <translation>Testfeld für den Stift</translation>
  </message>
  <message>
   <source>Try the pen here</source>
   <translation>Den Stift hier ausprobieren</translation>
  </message>
 </context>
 <context>
  <name>ThemeMenu</name>
  <message>
   <source>As the &amp;system</source>
   <translation>&amp;Wie das System</translation>
  </message>
  <message>
   <source>&amp;Dark</source>
   <translation>&amp;Dunkel</translation>
  </message>
  <message>
   <source>&amp;Light</source>
   <translation>&amp;Hell</translation>
  </message>
  <message>
   <source>T&amp;heme</source>
   <translation>Design</translation>
  </message>
 </context>
 <context>
  <name>TintButton</name>
  <message>
   <source>derived from each colour</source>
   <translation>aus jeder Farbe abgeleitet</translation>
  </message>
  <message>
   <source>Derived from each colour</source>
   <translation>Aus jeder Farbe abgeleitet</translation>
  </message>
  <message>
   <source>The brush's colour {color}</source>
   <translation>Die Pinselfarbe {color}</translation>
  </message>
 </context>
 <context>
  <name>ToolColumn</name>
  <message>
   <source>Tools</source>
   <translation>Werkzeuge</translation>
  </message>
 </context>
 <context>
  <name>ToolTips</name>
  <message>
   <source>A dot of colour: everything that belongs together takes it.</source>
   <translation>Ein Punkt Farbe: Alles, was zusammengehört, nimmt sie an.</translation>
  </message>
  <message>
   <source>A stroke of colour says what things are. On a paint layer it paints.</source>
   <translation>Ein Strich Farbe sagt, was etwas ist. Auf einer Malebene malt er.</translation>
  </message>
  <message>
   <source>Gives one region exactly this colour, and changes nothing else.</source>
   <translation>Gibt einer Region genau diese Farbe und ändert sonst nichts.</translation>
  </message>
  <message>
   <source>Fills every region that the loop holds.</source>
   <translation>Füllt jede Region, die in der Schlinge liegt.</translation>
  </message>
  <message>
   <source>A line that is not drawn, and that no colour crosses.</source>
   <translation>Eine Linie, die nicht gezeichnet wird und die keine Farbe überquert.</translation>
  </message>
  <message>
   <source>Makes one region of all those that it leads through.</source>
   <translation>Macht aus allen Regionen, durch die es führt, eine.</translation>
  </message>
  <message>
   <source>Shade or light by hand, where the lamp does not know better.</source>
   <translation>Schatten oder Licht von Hand, wo die Lampe es nicht besser weiß.</translation>
  </message>
  <message>
   <source>Takes hints and marks away, and paint on a paint layer.</source>
   <translation>Nimmt Hinweise und Marken weg, auf einer Malebene die Farbe.</translation>
  </message>
  <message>
   <source>Chooses where paint may go: by region, by colour or by a loop.</source>
   <translation>Wählt, wohin Farbe darf: nach Region, nach Farbe oder mit einer Schlinge.</translation>
  </message>
  <message>
   <source>Drags a hint to where it says more.</source>
   <translation>Zieht einen Hinweis dorthin, wo er mehr sagt.</translation>
  </message>
  <message>
   <source>Takes a colour out of the picture.</source>
   <translation>Nimmt eine Farbe aus dem Bild.</translation>
  </message>
  <message>
   <source>Moves the picture in the window.</source>
   <translation>Bewegt das Bild im Fenster.</translation>
  </message>
 </context>
 <context>
  <name>Tour</name>
  <message>
   <source>The sample drawings are missing; reinstall Tintline.</source>
   <translation>Die Beispiele fehlen; bitte Tintline neu installieren.</translation>
  </message>
  <message>
   <source>Say one colour</source>
   <translation>Eine Farbe sagen</translation>
  </message>
  <message>
   <source>Draw a short stroke on the hair. Everything that belongs to it takes the colour.</source>
   <translation>Ein kurzer Strich auf das Haar: Alles, was dazugehört, nimmt die Farbe an.</translation>
  </message>
  <message>
   <source>Choose another</source>
   <translation>Eine andere wählen</translation>
  </message>
  <message>
   <source>Press another hue on the ring, then a tone in its middle.</source>
   <translation>Einen anderen Farbton auf dem Ring anklicken, dann eine Helligkeit in der Mitte.</translation>
  </message>
  <message>
   <source>Say it where it is wrong</source>
   <translation>Sagen, wo es nicht stimmt</translation>
  </message>
  <message>
   <source>Draw on the clothes, or wherever you want that colour. A few strokes are enough.</source>
   <translation>Auf die Kleidung malen, oder wo immer diese Farbe hin soll. Wenige Striche genügen.</translation>
  </message>
  <message>
   <source>Take it back</source>
   <translation>Zurücknehmen</translation>
  </message>
  <message>
   <source>{keys} takes the last step back. Nothing that you try is lost or final.</source>
   <translation>{keys} nimmt den letzten Schritt zurück. Nichts, was man probiert, ist verloren oder endgültig.</translation>
  </message>
  <message>
   <source>This button takes the last step back. Nothing that you try is lost or final.</source>
   <translation>Diese Schaltfläche nimmt den letzten Schritt zurück. Nichts, was man probiert, ist verloren oder endgültig.</translation>
  </message>
  <message>
   <source>Or name colours</source>
   <translation>Oder Farben benennen</translation>
  </message>
  <message>
   <source>Press a colour in this list: the hair, eyes or clothes take it by name.</source>
   <translation>Eine Farbe der Liste anklicken: Haar, Augen oder Kleidung nehmen sie beim Namen an.</translation>
  </message>
  <message>
   <source>Turn the light</source>
   <translation>Das Licht drehen</translation>
  </message>
  <message>
   <source>Drag the sun around its ring. Shade and highlights follow it.</source>
   <translation>Die Sonne auf ihrem Ring ziehen. Schatten und Glanzlichter folgen ihr.</translation>
  </message>
  <message>
   <source>Look beneath</source>
   <translation>Darunter sehen</translation>
  </message>
  <message>
   <source>Lines, colours and hints are layers. Press an eye to hide one. Your drawing itself is never changed.</source>
   <translation>Linien, Farben und Hinweise sind Ebenen. Ein Auge blendet eine aus. Die Zeichnung selbst wird nie verändert.</translation>
  </message>
  <message>
   <source>Take it home</source>
   <translation>Mitnehmen</translation>
  </message>
  <message>
   <source>This button writes a picture. The File menu writes PSD and OpenRaster with all layers for other programs. Then open a drawing of your own.</source>
   <translation>Dieser Knopf schreibt ein Bild. Das Menü Datei schreibt PSD und OpenRaster mit allen Ebenen für andere Programme. Danach: eine eigene Zeichnung öffnen.</translation>
  </message>
 </context>
 <context>
  <name>Workspaces</name>
  <message>
   <source>&amp;Workspace</source>
   <translation>Arbei&amp;tsbereich</translation>
  </message>
  <message>
   <source>&amp;Save the panels as…</source>
   <translation>&amp;Bedienfelder speichern als…</translation>
  </message>
  <message>
   <source>&amp;Reset the panels</source>
   <translation>Bedienfelder &amp;zurücksetzen</translation>
  </message>
  <message>
   <source>Workspace</source>
   <translation>Arbeitsbereich</translation>
  </message>
  <message>
   <source>Name of the workspace</source>
   <translation>Name des Arbeitsbereichs</translation>
  </message>
 </context>
 <context>
  <name>WorkspacesPage</name>
  <message>
   <source>Workspaces</source>
   <translation>Arbeitsbereiche</translation>
  </message>
  <message>
   <source>A workspace is where the panels lie. Switch in the menu View.</source>
   <translation>Ein Arbeitsbereich ist, wo die Bedienfelder liegen. Gewechselt wird im Menü Ansicht.</translation>
  </message>
  <message>
   <source>Save the panels as…</source>
   <translation>Bedienfelder speichern als…</translation>
  </message>
  <message>
   <source>Switch to it</source>
   <translation>Dahin wechseln</translation>
  </message>
  <message>
   <source>Rename…</source>
   <translation>Umbenennen…</translation>
  </message>
  <message>
   <source>Forget</source>
   <translation>Vergessen</translation>
  </message>
  <message>
   <source>Reset the panels</source>
   <translation>Bedienfelder zurücksetzen</translation>
  </message>
  <message>
   <source>Name of the workspace</source>
   <translation>Name des Arbeitsbereichs</translation>
  </message>
  <message>
   <source>Workspace</source>
   <translation>Arbeitsbereich</translation>
  </message>
 </context>
</TS>
