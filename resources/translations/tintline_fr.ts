<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
 <context>
  <name>Actions</name>
  <message>
   <source>&amp;File</source>
   <translation>&amp;Fichier</translation>
  </message>
  <message>
   <source>&amp;Edit</source>
   <translation>É&amp;dition</translation>
  </message>
  <message>
   <source>&amp;Select</source>
   <translation>&amp;Sélection</translation>
  </message>
  <message>
   <source>&amp;Layer</source>
   <translation>&amp;Calque</translation>
  </message>
  <message>
   <source>&amp;Tools</source>
   <translation>&amp;Outils</translation>
  </message>
  <message>
   <source>&amp;View</source>
   <translation>&amp;Affichage</translation>
  </message>
  <message>
   <source>&amp;Colour</source>
   <translation>Co&amp;uleur</translation>
  </message>
  <message>
   <source>&amp;Animation</source>
   <translation>A&amp;nimation</translation>
  </message>
  <message>
   <source>&amp;Help</source>
   <translation>A&amp;ide</translation>
  </message>
  <message>
   <source>&amp;Open…</source>
   <translation>&amp;Ouvrir…</translation>
  </message>
  <message>
   <source>Open with colour-&amp;trace lines…</source>
   <translation>Ouvrir &amp;avec les traits de colour-trace…</translation>
  </message>
  <message>
   <source>Open animation &amp;frames…</source>
   <translation>Ouvrir &amp;des images d’animation…</translation>
  </message>
  <message>
   <source>&amp;Save project</source>
   <translation>&amp;Enregistrer le projet</translation>
  </message>
  <message>
   <source>Save project &amp;as…</source>
   <translation>Enregistrer &amp;le projet sous…</translation>
  </message>
  <message>
   <source>&amp;Export PNG…</source>
   <translation>Exporter en &amp;PNG…</translation>
  </message>
  <message>
   <source>Export Open&amp;Raster…</source>
   <translation>E&amp;xporter en OpenRaster…</translation>
  </message>
  <message>
   <source>Export &amp;PSD…</source>
   <translation>Expo&amp;rter en PSD…</translation>
  </message>
  <message>
   <source>Export paint for Open&amp;Toonz…</source>
   <translation>Exporter la &amp;couleur pour OpenToonz…</translation>
  </message>
  <message>
   <source>One &amp;layer a colour</source>
   <translation>&amp;Un calque par couleur</translation>
  </message>
  <message>
   <source>&amp;Transparent layers</source>
   <translation>Calques &amp;transparents</translation>
  </message>
  <message>
   <source>&amp;Quit</source>
   <translation>&amp;Quitter</translation>
  </message>
  <message>
   <source>&amp;Undo</source>
   <translation>&amp;Annuler</translation>
  </message>
  <message>
   <source>&amp;Redo</source>
   <translation>&amp;Rétablir</translation>
  </message>
  <message>
   <source>Cu&amp;t</source>
   <translation>&amp;Couper</translation>
  </message>
  <message>
   <source>&amp;Copy</source>
   <translation>C&amp;opier</translation>
  </message>
  <message>
   <source>&amp;Paste</source>
   <translation>Co&amp;ller</translation>
  </message>
  <message>
   <source>Clear all &amp;hints</source>
   <translation>&amp;Effacer tous les indices</translation>
  </message>
  <message>
   <source>Clear all b&amp;arriers</source>
   <translation>Effacer &amp;toutes les barrières</translation>
  </message>
  <message>
   <source>Clear all &amp;joins of regions</source>
   <translation>Effacer toutes les &amp;jonctions de régions</translation>
  </message>
  <message>
   <source>Clear all painted &amp;light</source>
   <translation>Effacer toute la lumière &amp;peinte</translation>
  </message>
  <message>
   <source>Clear all &amp;tags</source>
   <translation>E&amp;ffacer toutes les étiquettes</translation>
  </message>
  <message>
   <source>&amp;Import hints…</source>
   <translation>&amp;Importer des indices…</translation>
  </message>
  <message>
   <source>Sa&amp;ve hints…</source>
   <translation>E&amp;nregistrer les indices…</translation>
  </message>
  <message>
   <source>Pre&amp;ferences…</source>
   <translation>Préférence&amp;s…</translation>
  </message>
  <message>
   <source>&amp;All</source>
   <translation>&amp;Tout</translation>
  </message>
  <message>
   <source>&amp;Nothing</source>
   <translation>&amp;Rien</translation>
  </message>
  <message>
   <source>&amp;Invert</source>
   <translation>&amp;Inverser</translation>
  </message>
  <message>
   <source>&amp;Delete what is painted there</source>
   <translation>&amp;Supprimer ce qui y est peint</translation>
  </message>
  <message>
   <source>&amp;Add a paint layer</source>
   <translation>&amp;Ajouter un calque de peinture</translation>
  </message>
  <message>
   <source>&amp;Rename…</source>
   <translation>&amp;Renommer…</translation>
  </message>
  <message>
   <source>&amp;Group</source>
   <translation>&amp;Grouper</translation>
  </message>
  <message>
   <source>&amp;Ungroup</source>
   <translation>&amp;Dégrouper</translation>
  </message>
  <message>
   <source>&amp;Merge down</source>
   <translation>&amp;Fusionner vers le bas</translation>
  </message>
  <message>
   <source>&amp;Delete layer</source>
   <translation>&amp;Supprimer le calque</translation>
  </message>
  <message>
   <source>&amp;Lock alpha</source>
   <translation>&amp;Verrouiller l’alpha</translation>
  </message>
  <message>
   <source>&amp;Clip to regions</source>
   <translation>&amp;Limiter aux régions</translation>
  </message>
  <message>
   <source>&amp;Point hint</source>
   <translation>&amp;Indice ponctuel</translation>
  </message>
  <message>
   <source>&amp;Brush</source>
   <translation>&amp;Pinceau</translation>
  </message>
  <message>
   <source>&amp;Fill region</source>
   <translation>&amp;Remplir la région</translation>
  </message>
  <message>
   <source>Enc&amp;lose and fill</source>
   <translation>&amp;Entourer et remplir</translation>
  </message>
  <message>
   <source>Barrie&amp;r</source>
   <translation>&amp;Barrière</translation>
  </message>
  <message>
   <source>&amp;Join regions</source>
   <translation>&amp;Joindre des régions</translation>
  </message>
  <message>
   <source>&amp;Shadow brush</source>
   <translation>Pinceau &amp;d’ombre</translation>
  </message>
  <message>
   <source>&amp;Eraser</source>
   <translation>&amp;Gomme</translation>
  </message>
  <message>
   <source>Se&amp;lect</source>
   <translation>&amp;Sélectionner</translation>
  </message>
  <message>
   <source>Mo&amp;ve hint</source>
   <translation>Déplacer &amp;un indice</translation>
  </message>
  <message>
   <source>Colour p&amp;icker</source>
   <translation>Pipe&amp;tte</translation>
  </message>
  <message>
   <source>&amp;Hand</source>
   <translation>&amp;Main</translation>
  </message>
  <message>
   <source>&amp;Keep regions as they are</source>
   <translation>Garder &amp;les régions telles quelles</translation>
  </message>
  <message>
   <source>Leave regions &amp;uncoloured</source>
   <translation>Laisser les régions sans &amp;couleur</translation>
  </message>
  <message>
   <source>&amp;Next region without a colour</source>
   <translation>Régi&amp;on suivante sans couleur</translation>
  </message>
  <message>
   <source>&amp;Last region without a colour</source>
   <translation>Régio&amp;n précédente sans couleur</translation>
  </message>
  <message>
   <source>Fill that regi&amp;on and go on</source>
   <translation>Remplir cette région et continuer</translation>
  </message>
  <message>
   <source>&amp;Larger brush</source>
   <translation>Pince&amp;au plus grand</translation>
  </message>
  <message>
   <source>&amp;Smaller brush</source>
   <translation>Pinceau plus petit</translation>
  </message>
  <message>
   <source>Pressure changes si&amp;ze</source>
   <translation>La pression c&amp;hange la taille</translation>
  </message>
  <message>
   <source>Zoom &amp;in</source>
   <translation>&amp;Zoom avant</translation>
  </message>
  <message>
   <source>Zoom &amp;out</source>
   <translation>Zoom &amp;arrière</translation>
  </message>
  <message>
   <source>&amp;Fit to window</source>
   <translation>Ajuster à &amp;la fenêtre</translation>
  </message>
  <message>
   <source>&amp;100 %</source>
   <translation>&amp;100 %</translation>
  </message>
  <message>
   <source>Rotate &amp;left</source>
   <translation>&amp;Pivoter à gauche</translation>
  </message>
  <message>
   <source>Rotate &amp;right</source>
   <translation>Pivoter à &amp;droite</translation>
  </message>
  <message>
   <source>&amp;Upright</source>
   <translation>&amp;Redresser</translation>
  </message>
  <message>
   <source>&amp;Mirror the view</source>
   <translation>&amp;Vue en miroir</translation>
  </message>
  <message>
   <source>&amp;Canvas only</source>
   <translation>&amp;Canevas seul</translation>
  </message>
  <message>
   <source>F&amp;ull screen</source>
   <translation>Pl&amp;ein écran</translation>
  </message>
  <message>
   <source>&amp;Before and after</source>
   <translation>Ava&amp;nt et après</translation>
  </message>
  <message>
   <source>Take a &amp;snapshot</source>
   <translation>Prendre &amp;un instantané</translation>
  </message>
  <message>
   <source>Snapshots side &amp;by side</source>
   <translation>&amp;Instantanés côte à côte</translation>
  </message>
  <message>
   <source>A snapshot of &amp;each generator</source>
   <translation>Un instantané par &amp;générateur</translation>
  </message>
  <message>
   <source>Mini ma&amp;p</source>
   <translation>&amp;Mini-carte</translation>
  </message>
  <message>
   <source>Pi&amp;xel grid</source>
   <translation>Grille de pi&amp;xels</translation>
  </message>
  <message>
   <source>Show &amp;hints</source>
   <translation>A&amp;fficher les indices</translation>
  </message>
  <message>
   <source>Show &amp;gaps in the lines</source>
   <translation>Afficher les &amp;trous dans les traits</translation>
  </message>
  <message>
   <source>Show &amp;regions</source>
   <translation>Affic&amp;her les régions</translation>
  </message>
  <message>
   <source>&amp;Play on the canvas</source>
   <translation>&amp;Lire sur le canevas</translation>
  </message>
  <message>
   <source>Frame &amp;before</source>
   <translation>&amp;Image précédente</translation>
  </message>
  <message>
   <source>Frame &amp;after</source>
   <translation>Image &amp;suivante</translation>
  </message>
  <message>
   <source>&amp;Next doubtful region</source>
   <translation>&amp;Région douteuse suivante</translation>
  </message>
  <message>
   <source>&amp;Last doubtful region</source>
   <translation>Région &amp;douteuse précédente</translation>
  </message>
  <message>
   <source>Next colour &amp;pop</source>
   <translation>Saut de &amp;couleur suivant</translation>
  </message>
  <message>
   <source>&amp;Live colour</source>
   <translation>&amp;Couleur en direct</translation>
  </message>
  <message>
   <source>Colour &amp;now</source>
   <translation>Colorer &amp;maintenant</translation>
  </message>
  <message>
   <source>L&amp;ight</source>
   <translation>&amp;Lumière</translation>
  </message>
  <message>
   <source>S&amp;wap both colours</source>
   <translation>Échanger les &amp;deux couleurs</translation>
  </message>
  <message>
   <source>&amp;Add the brush's colour to the palette</source>
   <translation>&amp;Ajouter la couleur du pinceau à la palette</translation>
  </message>
  <message>
   <source>Next colour s&amp;et</source>
   <translation>&amp;Jeu de couleurs suivant</translation>
  </message>
  <message>
   <source>&amp;Open palette…</source>
   <translation>&amp;Ouvrir une palette…</translation>
  </message>
  <message>
   <source>&amp;Save palette…</source>
   <translation>&amp;Enregistrer la palette…</translation>
  </message>
  <message>
   <source>&amp;Manual</source>
   <translation>&amp;Manuel</translation>
  </message>
  <message>
   <source>&amp;Tour of two minutes</source>
   <translation>&amp;Visite de deux minutes</translation>
  </message>
  <message>
   <source>&amp;Pen, mouse and keys</source>
   <translation>&amp;Stylet, souris et touches</translation>
  </message>
  <message>
   <source>&amp;About Tintline</source>
   <translation>À &amp;propos de Tintline</translation>
  </message>
  <message>
   <source>&amp;Undo {step}</source>
   <translation>&amp;Annuler : {step}</translation>
  </message>
  <message>
   <source>there is nothing to take back</source>
   <translation>il n’y a rien à annuler</translation>
  </message>
  <message>
   <source>&amp;Redo {step}</source>
   <translation>&amp;Rétablir : {step}</translation>
  </message>
  <message>
   <source>there is nothing to do again</source>
   <translation>il n’y a rien à rétablir</translation>
  </message>
  <message>
   <source>open a drawing first</source>
   <translation>ouvrez d’abord un dessin</translation>
  </message>
  <message>
   <source>there are no hints</source>
   <translation>il n’y a pas d’indices</translation>
  </message>
  <message>
   <source>there are no barriers</source>
   <translation>il n’y a pas de barrières</translation>
  </message>
  <message>
   <source>no regions are joined</source>
   <translation>aucune région n’est jointe</translation>
  </message>
  <message>
   <source>no shade or light is painted</source>
   <translation>aucune ombre ni lumière n’est peinte</translation>
  </message>
  <message>
   <source>there are no tags</source>
   <translation>il n’y a pas d’étiquettes</translation>
  </message>
  <message>
   <source>nothing is selected</source>
   <translation>rien n’est sélectionné</translation>
  </message>
  <message>
   <source>choose a paint layer first</source>
   <translation>choisissez d’abord un calque de peinture</translation>
  </message>
  <message>
   <source>the palette has no swatches</source>
   <translation>la palette n’a pas de nuances</translation>
  </message>
  <message>
   <source>choose a group first</source>
   <translation>choisissez d’abord un groupe</translation>
  </message>
  <message>
   <source>no visible paint layer lies right below</source>
   <translation>aucun calque de peinture visible juste au-dessous</translation>
  </message>
 </context>
 <context>
  <name>Animation</name>
  <message>
   <source>Failed</source>
   <translation>Échec</translation>
  </message>
  <message>
   <source>Not coloured yet</source>
   <translation>Pas encore colorée</translation>
  </message>
  <message>
   <source>Unfilled</source>
   <translation>Non rempli</translation>
  </message>
  <message>
   <source>Left open</source>
   <translation>Laissé ouvert</translation>
  </message>
  <message>
   <source>Off palette</source>
   <translation>Hors palette</translation>
  </message>
  <message>
   <source>Flicker</source>
   <translation>Scintillement</translation>
  </message>
  <message>
   <source>Colour pop</source>
   <translation>Saut de couleur</translation>
  </message>
  <message>
   <source>Islands</source>
   <translation>Îlots</translation>
  </message>
  <message>
   <source>Low confidence</source>
   <translation>Peu sûr</translation>
  </message>
  <message>
   <source>New regions</source>
   <translation>Nouvelles régions</translation>
  </message>
  <message>
   <source>Light not turned</source>
   <translation>Lumière non tournée</translation>
  </message>
  <message>
   <source>No hints</source>
   <translation>Aucun indice</translation>
  </message>
  <message>
   <source>Hints not obeyed</source>
   <translation>Indices non suivis</translation>
  </message>
  <message>
   <source>Frames</source>
   <translation>Images</translation>
  </message>
  <message>
   <source>the folder</source>
   <translation>le dossier</translation>
  </message>
  <message>
   <source>Cuts</source>
   <translation>Plans</translation>
  </message>
  <message>
   <source>{count} repeat an earlier drawing and are coloured once</source>
   <translation>{count} répètent un dessin antérieur et ne sont colorées qu’une fois</translation>
  </message>
  <message>
   <source>Held</source>
   <translation>Tenues</translation>
  </message>
  <message>
   <source>Gaps</source>
   <translation>Manques</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>Notes</translation>
  </message>
  <message>
   <source>Unreadable</source>
   <translation>Illisibles</translation>
  </message>
  <message>
   <source>Results</source>
   <translation>Résultats</translation>
  </message>
  <message>
   <source>{count} of {cut} ({size}): give one of them hints</source>
   <translation>{count} de {cut} ({size}) : donnez des indices à l’une d’elles</translation>
  </message>
  <message>
   <source>Key frames</source>
   <translation>Images clés</translation>
  </message>
  <message>
   <source>{title} takes no hints; frames are coloured one by one</source>
   <translation>{title} n’accepte pas d’indices ; les images sont colorées une à une</translation>
  </message>
  <message>
   <source>{frame} ({count} hints)</source>
   <translation>{frame} ({count} indices)</translation>
  </message>
  <message>
   <source>the first frame, coloured by its tags</source>
   <translation>la première image, colorée par ses étiquettes</translation>
  </message>
  <message>
   <source>none yet: double-click a frame and give it hints</source>
   <translation>pas encore : double-cliquez une image et donnez-lui des indices</translation>
  </message>
  <message>
   <source>Tags</source>
   <translation>Étiquettes</translation>
  </message>
  <message>
   <source>none</source>
   <translation>aucune</translation>
  </message>
  <message>
   <source>{tags}; {title} takes no tags</source>
   <translation>{tags} ; {title} n’accepte pas d’étiquettes</translation>
  </message>
  <message>
   <source>Palette</source>
   <translation>Palette</translation>
  </message>
  <message>
   <source>{count} colours and no other</source>
   <translation>{count} couleurs et aucune autre</translation>
  </message>
  <message>
   <source>any colour</source>
   <translation>toute couleur</translation>
  </message>
  <message>
   <source>any colour: the open drawing's lock to {count} does not hold here; lock the palette in a frame of the cut if it shall</source>
   <translation>toute couleur : le verrou du dessin ouvert sur {count} ne vaut pas ici ; pour cela, verrouillez la palette dans une image du plan</translation>
  </message>
  <message>
   <source>from {angle}°, {style}</source>
   <translation>de {angle}°, {style}</translation>
  </message>
  <message>
   <source>cel</source>
   <translation>cel</translation>
  </message>
  <message>
   <source>two tones</source>
   <translation>deux tons</translation>
  </message>
  <message>
   <source>soft</source>
   <translation>doux</translation>
  </message>
  <message>
   <source>, turns with the figure</source>
   <translation>, tourne avec le personnage</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Lumière</translation>
  </message>
  <message>
   <source>(from the drawing that was open)</source>
   <translation>(du dessin qui était ouvert)</translation>
  </message>
  <message>
   <source>(kept with the results)</source>
   <translation>(gardée avec les résultats)</translation>
  </message>
  <message>
   <source>Generator</source>
   <translation>Générateur</translation>
  </message>
  <message>
   <source>{title} until this run is over, then {other}</source>
   <translation>{title} jusqu’à la fin de ce lot, puis {other}</translation>
  </message>
  <message>
   <source>about {needed} needed</source>
   <translation>environ {needed} nécessaires</translation>
  </message>
  <message>
   <source>Disk</source>
   <translation>Disque</translation>
  </message>
  <message>
   <source>{free} free</source>
   <translation>{free} libres</translation>
  </message>
  <message>
   <source>{hours} h {minutes:02d} min left</source>
   <translation>reste {hours} h {minutes:02d} min</translation>
  </message>
  <message>
   <source>{minutes} min {seconds:02d} s left</source>
   <translation>reste {minutes} min {seconds:02d} s</translation>
  </message>
  <message>
   <source>{seconds} s left</source>
   <translation>reste {seconds} s</translation>
  </message>
  <message>
   <source>Nothing to look at in {count} frames</source>
   <translation>Rien à revoir dans {count} images</translation>
  </message>
  <message>
   <source>{count} of {total} frames want a look</source>
   <translation>{count} images sur {total} à revoir</translation>
  </message>
  <message>
   <source>flicker {value:.2f}</source>
   <translation>scintillement {value:.2f}</translation>
  </message>
  <message>
   <source>Corrected by hand: 1 place in 1 frame</source>
   <translation>Corrigé à la main : 1 endroit dans 1 image</translation>
  </message>
  <message>
   <source>Corrected by hand: {places} places in 1 frame</source>
   <translation>Corrigé à la main : {places} endroits dans 1 image</translation>
  </message>
  <message>
   <source>Corrected by hand: {places} places in {frames} frames</source>
   <translation>Corrigé à la main : {places} endroits dans {frames} images</translation>
  </message>
  <message>
   <source>place {number} of {count}</source>
   <translation>endroit {number} sur {count}</translation>
  </message>
  <message>
   <source>and {count} more</source>
   <translation>et {count} de plus</translation>
  </message>
 </context>
 <context>
  <name>AnimationControl</name>
  <message>
   <source>Choose a folder of frames</source>
   <translation>Choisir un dossier d’images</translation>
  </message>
  <message>
   <source>Stop the running batch before opening other frames.</source>
   <translation>Arrêtez le lot en cours avant d’ouvrir d’autres images.</translation>
  </message>
  <message>
   <source>Choose where the coloured frames go</source>
   <translation>Choisir où vont les images colorées</translation>
  </message>
  <message>
   <source>Results cannot lie among the frames: choose another folder.</source>
   <translation>Les résultats ne peuvent pas être parmi les images : choisissez un autre dossier.</translation>
  </message>
  <message>
   <source>Looking through {name}…</source>
   <translation>Parcours de {name}…</translation>
  </message>
  <message>
   <source>{folder}: holds no line drawings</source>
   <translation>{folder} : ne contient aucun dessin au trait</translation>
  </message>
  <message>
   <source>Looking through {name}… {count} frames</source>
   <translation>Parcours de {name}… {count} images</translation>
  </message>
  <message>
   <source>Checking the folder of results…</source>
   <translation>Vérification du dossier des résultats…</translation>
  </message>
 </context>
 <context>
  <name>Banner</name>
  <message>
   <source>Close</source>
   <translation>Fermer</translation>
  </message>
 </context>
 <context>
  <name>BatchPanel</name>
  <message>
   <source>Plan</source>
   <translation>Plan de travail</translation>
  </message>
  <message>
   <source>Playback</source>
   <translation>Lecture</translation>
  </message>
  <message>
   <source>Report</source>
   <translation>Rapport</translation>
  </message>
  <message>
   <source>Choose another folder of frames</source>
   <translation>Choisir un autre dossier d’images</translation>
  </message>
  <message>
   <source>Choose where the coloured frames go</source>
   <translation>Choisir où vont les images colorées</translation>
  </message>
  <message>
   <source>Colour all</source>
   <translation>Tout colorer</translation>
  </message>
  <message>
   <source>Pause after this frame</source>
   <translation>Pause après cette image</translation>
  </message>
  <message>
   <source>Stop; what is done stays</source>
   <translation>Arrêter ; ce qui est fait reste</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Ouvrir</translation>
  </message>
  <message>
   <source>Open in the canvas to add hints (double-click or Enter)</source>
   <translation>Ouvrir sur le canevas pour ajouter des indices (double-clic ou Entrée)</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>Continuer</translation>
  </message>
  <message>
   <source>Retry {count}</source>
   <translation>Réessayer {count}</translation>
  </message>
  <message>
   <source>Read files that could not be read again, and colour what failed</source>
   <translation>Relire les fichiers illisibles et colorer ce qui a échoué</translation>
  </message>
  <message>
   <source>Redo {count} frames</source>
   <translation>Refaire {count} images</translation>
  </message>
  <message>
   <source>Redo 1 frame</source>
   <translation>Refaire 1 image</translation>
  </message>
  <message>
   <source>{done} of {total}</source>
   <translation>{done} sur {total}</translation>
  </message>
  <message>
   <source>paused</source>
   <translation>en pause</translation>
  </message>
  <message>
   <source>{count} failed</source>
   <translation>{count} en échec</translation>
  </message>
  <message>
   <source>{total} frames done</source>
   <translation>{total} images terminées</translation>
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
   <translation>Produit</translation>
  </message>
  <message>
   <source>Screen</source>
   <translation>Écran</translation>
  </message>
  <message>
   <source>Overlay</source>
   <translation>Incrustation</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>Addition</translation>
  </message>
 </context>
 <context>
  <name>CanvasPlayback</name>
  <message>
   <source>Reading frames…</source>
   <translation>Lecture des images…</translation>
  </message>
 </context>
 <context>
  <name>CanvasWidget</name>
  <message>
   <source>Canvas</source>
   <translation>Canevas</translation>
  </message>
  <message>
   <source>Drawing</source>
   <translation>Dessin</translation>
  </message>
 </context>
 <context>
  <name>Card</name>
  <message>
   <source>Done</source>
   <translation>C’est fait</translation>
  </message>
  <message>
   <source>Leave</source>
   <translation>Quitter</translation>
  </message>
  <message>
   <source>Leave the tour; the drawing stays open</source>
   <translation>Quitter la visite ; le dessin reste ouvert</translation>
  </message>
  <message>
   <source>Finish</source>
   <translation>Terminer</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>Suivant</translation>
  </message>
  <message>
   <source>Tour, step {number} of {count}</source>
   <translation>Visite, étape {number} sur {count}</translation>
  </message>
 </context>
 <context>
  <name>ClipboardControl</name>
  <message>
   <source>There is nothing to copy on {layer} in the selection.</source>
   <translation>Il n’y a rien à copier sur {layer} dans la sélection.</translation>
  </message>
  <message>
   <source>Copied. Only paint and hints can be cut.</source>
   <translation>Copié. On ne peut couper que la peinture et les indices.</translation>
  </message>
  <message>
   <source>The clipboard holds no picture and no hints.</source>
   <translation>Le presse-papiers ne contient ni image ni indices.</translation>
  </message>
  <message>
   <source>The clipboard holds more hints than can be read.</source>
   <translation>Le presse-papiers contient plus d’indices qu’on ne peut en lire.</translation>
  </message>
 </context>
 <context>
  <name>ColorFiles</name>
  <message>
   <source>Palettes ({endings});;All files (*)</source>
   <translation>Palettes ({endings});;Tous les fichiers (*)</translation>
  </message>
  <message>
   <source>Palette {name}: {count} swatches</source>
   <translation>Palette {name} : {count} nuances</translation>
  </message>
  <message>
   <source>Palette {name}: {count} swatches in {sets} colour sets</source>
   <translation>Palette {name} : {count} nuances en {sets} jeux de couleurs</translation>
  </message>
  <message>
   <source>Palettes</source>
   <translation>Palettes</translation>
  </message>
  <message>
   <source>Hints ({endings});;All files (*)</source>
   <translation>Indices ({endings});;Tous les fichiers (*)</translation>
  </message>
  <message>
   <source>{count} hints of {name}</source>
   <translation>{count} indices de {name}</translation>
  </message>
  <message>
   <source>{name}: {outside} of {count} hints lie outside of the drawing</source>
   <translation>{name} : {outside} indices sur {count} sont hors du dessin</translation>
  </message>
  <message>
   <source>Hints</source>
   <translation>Indices</translation>
  </message>
  <message>
   <source>{path}: open a line drawing first</source>
   <translation>{path} : ouvrez d’abord un dessin au trait</translation>
  </message>
  <message>
   <source>Reading {name}…</source>
   <translation>Lecture de {name}…</translation>
  </message>
  <message>
   <source>Saving {name}…</source>
   <translation>Enregistrement de {name}…</translation>
  </message>
 </context>
 <context>
  <name>ColorPage</name>
  <message>
   <source>Colour</source>
   <translation>Couleur</translation>
  </message>
  <message>
   <source>Around the picture</source>
   <translation>Autour de l’image</translation>
  </message>
  <message>
   <source>As the theme</source>
   <translation>Comme le thème</translation>
  </message>
  <message>
   <source>Black</source>
   <translation>Noir</translation>
  </message>
  <message>
   <source>Dark grey</source>
   <translation>Gris foncé</translation>
  </message>
  <message>
   <source>Middle grey</source>
   <translation>Gris moyen</translation>
  </message>
  <message>
   <source>Light grey</source>
   <translation>Gris clair</translation>
  </message>
  <message>
   <source>White</source>
   <translation>Blanc</translation>
  </message>
  <message>
   <source>Forget them</source>
   <translation>Les oublier</translation>
  </message>
  <message>
   <source>Forget the colours painted with last</source>
   <translation>Oublier les dernières couleurs</translation>
  </message>
  <message>
   <source>Colours painted with last</source>
   <translation>Dernières couleurs</translation>
  </message>
  <message>
   <source>What lies beside a colour changes how it is seen, so it is neutral here.</source>
   <translation>Ce qui entoure une couleur change la façon de la voir ; c’est donc neutre ici.</translation>
  </message>
 </context>
 <context>
  <name>ColorPanel</name>
  <message>
   <source>Colour as hexadecimal digits</source>
   <translation>Couleur en chiffres hexadécimaux</translation>
  </message>
  <message>
   <source>Pick a colour from the picture</source>
   <translation>Prendre une couleur dans l’image</translation>
  </message>
  <message>
   <source>Pick a colour from the picture, or hold Alt</source>
   <translation>Prendre une couleur dans l’image, ou maintenir Alt</translation>
  </message>
  <message>
   <source>Numbers of the colour</source>
   <translation>Nombres de la couleur</translation>
  </message>
  <message>
   <source>Colour as #rrggbb</source>
   <translation>Couleur en #rrggbb</translation>
  </message>
 </context>
 <context>
  <name>ColorWheel</name>
  <message>
   <source>Colour wheel</source>
   <translation>Cercle chromatique</translation>
  </message>
  <message>
   <source>Arrows change saturation and value, Page Up and Page Down the hue</source>
   <translation>Les flèches changent saturation et valeur, Page préc. et Page suiv. la teinte</translation>
  </message>
 </context>
 <context>
  <name>Conditions</name>
  <message>
   <source>Generator: {title}</source>
   <translation>Générateur : {title}</translation>
  </message>
  <message>
   <source>1 tag</source>
   <translation>1 étiquette</translation>
  </message>
  <message>
   <source>{count} tags</source>
   <translation>{count} étiquettes</translation>
  </message>
  <message>
   <source>Tags: {names}</source>
   <translation>Étiquettes : {names}</translation>
  </message>
  <message>
   <source>locked to {count} colours</source>
   <translation>verrouillé sur {count} couleurs</translation>
  </message>
  <message>
   <source>Palette lock, no other colour: {colors}</source>
   <translation>Palette verrouillée, aucune autre couleur : {colors}</translation>
  </message>
  <message>
   <source>trace lines</source>
   <translation>traits de colour-trace</translation>
  </message>
  <message>
   <source>Trace lines bound shade and highlights.</source>
   <translation>Les traits de colour-trace bornent ombres et lumières.</translation>
  </message>
  <message>
   <source>live colour off</source>
   <translation>couleur en direct désactivée</translation>
  </message>
  <message>
   <source>Live colour is off: Colour now colours what has changed.</source>
   <translation>La couleur en direct est désactivée : Colorer maintenant colore ce qui a changé.</translation>
  </message>
 </context>
 <context>
  <name>CurveEdit</name>
  <message>
   <source>Pressure curve</source>
   <translation>Courbe de pression</translation>
  </message>
  <message>
   <source>Page Up and Page Down choose a point, arrows move it, Delete takes it away</source>
   <translation>Page préc. et Page suiv. choisissent un point, les flèches le déplacent, Suppr l’enlève</translation>
  </message>
 </context>
 <context>
  <name>CutReports</name>
  <message>
   <source>The report follows when all frames are done.</source>
   <translation>Le rapport suit quand toutes les images sont faites.</translation>
  </message>
  <message>
   <source>Writing the report…</source>
   <translation>Écriture du rapport…</translation>
  </message>
 </context>
 <context>
  <name>Devices</name>
  <message>
   <source>the CPU was asked for</source>
   <translation>le CPU a été demandé</translation>
  </message>
  <message>
   <source>an NVIDIA GPU was found</source>
   <translation>un GPU NVIDIA a été trouvé</translation>
  </message>
  <message>
   <source>the watershed fill needs no other device</source>
   <translation>le remplissage n’a besoin d’aucun autre appareil</translation>
  </message>
 </context>
 <context>
  <name>Dialogs</name>
  <message>
   <source>Unsaved changes</source>
   <translation>Modifications non enregistrées</translation>
  </message>
  <message>
   <source>Save the changes to {name}?</source>
   <translation>Enregistrer les modifications de {name} ?</translation>
  </message>
  <message>
   <source>Hints, tags and layers are lost if they are not saved.</source>
   <translation>Sinon indices, étiquettes et calques seront perdus.</translation>
  </message>
  <message>
   <source>Unsaved work</source>
   <translation>Travail non enregistré</translation>
  </message>
  <message>
   <source>Restore the unsaved work on {name}?</source>
   <translation>Restaurer le travail non enregistré sur {name} ?</translation>
  </message>
  <message>
   <source>Tintline did not end properly; this was kept on {when}.</source>
   <translation>Tintline ne s’est pas terminé correctement ; ceci date du {when}.</translation>
  </message>
  <message>
   <source>Restore</source>
   <translation>Restaurer</translation>
  </message>
  <message>
   <source>Discard</source>
   <translation>Abandonner</translation>
  </message>
  <message>
   <source>Decide later</source>
   <translation>Décider plus tard</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Ouvrir</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Enregistrer</translation>
  </message>
  <message>
   <source>Replace file</source>
   <translation>Remplacer le fichier</translation>
  </message>
  <message>
   <source>{name} exists already. Replace it?</source>
   <translation>{name} existe déjà. Le remplacer ?</translation>
  </message>
  <message>
   <source>Replace</source>
   <translation>Remplacer</translation>
  </message>
 </context>
 <context>
  <name>Divider</name>
  <message>
   <source>Divider between before and after</source>
   <translation>Séparation entre avant et après</translation>
  </message>
  <message>
   <source>Left and right arrows move it</source>
   <translation>Les flèches gauche et droite la déplacent</translation>
  </message>
 </context>
 <context>
  <name>DoubtWalk</name>
  <message>
   <source>Nothing doubtful: the report lists no place.</source>
   <translation>Rien de douteux : le rapport ne cite aucun endroit.</translation>
  </message>
  <message>
   <source>No colour pops: the report of the finished cut lists none.</source>
   <translation>Aucun saut de couleur : le rapport du plan terminé n’en cite aucun.</translation>
  </message>
  <message>
   <source>{number} of {count} · {frame} · {kind}</source>
   <translation>{number} sur {count} · {frame} · {kind}</translation>
  </message>
 </context>
 <context>
  <name>Easel</name>
  <message>
   <source>Choose a paint layer, or add one.</source>
   <translation>Choisissez un calque de peinture, ou ajoutez-en un.</translation>
  </message>
  <message>
   <source>{layer} is hidden: show it to paint on it.</source>
   <translation>{layer} est masqué : affichez-le pour y peindre.</translation>
  </message>
 </context>
 <context>
  <name>Edits</name>
  <message>
   <source>Dropped colour</source>
   <translation>Couleur déposée</translation>
  </message>
  <message>
   <source>Fill</source>
   <translation>Remplir</translation>
  </message>
  <message>
   <source>Erase paint</source>
   <translation>Effacer la peinture</translation>
  </message>
  <message>
   <source>Paint</source>
   <translation>Peindre</translation>
  </message>
  <message>
   <source>background</source>
   <translation>fond</translation>
  </message>
  <message>
   <source>hair</source>
   <translation>cheveux</translation>
  </message>
  <message>
   <source>eyes</source>
   <translation>yeux</translation>
  </message>
  <message>
   <source>skin</source>
   <translation>peau</translation>
  </message>
  <message>
   <source>mouth</source>
   <translation>bouche</translation>
  </message>
  <message>
   <source>brows</source>
   <translation>sourcils</translation>
  </message>
  <message>
   <source>top</source>
   <translation>haut</translation>
  </message>
  <message>
   <source>skirt or trousers</source>
   <translation>jupe ou pantalon</translation>
  </message>
  <message>
   <source>dress</source>
   <translation>robe</translation>
  </message>
  <message>
   <source>legwear</source>
   <translation>bas et collants</translation>
  </message>
  <message>
   <source>footwear</source>
   <translation>chaussures</translation>
  </message>
  <message>
   <source>hat</source>
   <translation>chapeau</translation>
  </message>
  <message>
   <source>glasses</source>
   <translation>lunettes</translation>
  </message>
  <message>
   <source>ornament</source>
   <translation>ornement</translation>
  </message>
  <message>
   <source>Replace colour</source>
   <translation>Remplacer la couleur</translation>
  </message>
  <message>
   <source>Recolour {part}</source>
   <translation>Recolorer : {part}</translation>
  </message>
  <message>
   <source>dark</source>
   <translation>sombres</translation>
  </message>
  <message>
   <source>light</source>
   <translation>clairs</translation>
  </message>
  <message>
   <source>alpha</source>
   <translation>alpha</translation>
  </message>
  <message>
   <source>Add hint</source>
   <translation>Ajouter un indice</translation>
  </message>
  <message>
   <source>Erase hints</source>
   <translation>Gommer des indices</translation>
  </message>
  <message>
   <source>Move hint</source>
   <translation>Déplacer un indice</translation>
  </message>
  <message>
   <source>Clear hints</source>
   <translation>Effacer les indices</translation>
  </message>
  <message>
   <source>Import hints</source>
   <translation>Importer des indices</translation>
  </message>
  <message>
   <source>Tag {tag}</source>
   <translation>Étiquette {tag}</translation>
  </message>
  <message>
   <source>Set tags</source>
   <translation>Définir les étiquettes</translation>
  </message>
  <message>
   <source>Show layer</source>
   <translation>Afficher un calque</translation>
  </message>
  <message>
   <source>Hide layer</source>
   <translation>Masquer un calque</translation>
  </message>
  <message>
   <source>Opacity of layer</source>
   <translation>Opacité du calque</translation>
  </message>
  <message>
   <source>Change palette</source>
   <translation>Modifier la palette</translation>
  </message>
  <message>
   <source>Change generator</source>
   <translation>Changer de générateur</translation>
  </message>
  <message>
   <source>Tidy as usual</source>
   <translation>Nettoyage habituel</translation>
  </message>
  <message>
   <source>Tidy {share}</source>
   <translation>Nettoyage {share}</translation>
  </message>
  <message>
   <source>Variant {number}</source>
   <translation>Variante {number}</translation>
  </message>
  <message>
   <source>find out</source>
   <translation>automatique</translation>
  </message>
  <message>
   <source>Lines: {kind}, paper off</source>
   <translation>Traits : {kind}, sans papier</translation>
  </message>
  <message>
   <source>Lines: {kind}</source>
   <translation>Traits : {kind}</translation>
  </message>
  <message>
   <source>Lines as drawn</source>
   <translation>Traits tels que dessinés</translation>
  </message>
  <message>
   <source>Lines by the colours beside</source>
   <translation>Traits selon les couleurs voisines</translation>
  </message>
  <message>
   <source>Lines {color}</source>
   <translation>Traits {color}</translation>
  </message>
  <message>
   <source>Return to {name}</source>
   <translation>Retour à {name}</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Ouvrir</translation>
  </message>
  <message>
   <source>Change light</source>
   <translation>Modifier la lumière</translation>
  </message>
  <message>
   <source>Paint light</source>
   <translation>Peindre la lumière</translation>
  </message>
  <message>
   <source>painted light</source>
   <translation>lumière peinte</translation>
  </message>
  <message>
   <source>barriers</source>
   <translation>barrières</translation>
  </message>
  <message>
   <source>joins</source>
   <translation>jonctions</translation>
  </message>
  <message>
   <source>Erase {marks}</source>
   <translation>Gommer : {marks}</translation>
  </message>
  <message>
   <source>Clear {marks}</source>
   <translation>Effacer : {marks}</translation>
  </message>
  <message>
   <source>normal</source>
   <translation>normal</translation>
  </message>
  <message>
   <source>multiply</source>
   <translation>produit</translation>
  </message>
  <message>
   <source>screen</source>
   <translation>écran</translation>
  </message>
  <message>
   <source>overlay</source>
   <translation>incrustation</translation>
  </message>
  <message>
   <source>add</source>
   <translation>addition</translation>
  </message>
  <message>
   <source>Add layer {layer}</source>
   <translation>Ajouter le calque {layer}</translation>
  </message>
  <message>
   <source>Delete layer {layer}</source>
   <translation>Supprimer le calque {layer}</translation>
  </message>
  <message>
   <source>Rename layer to {layer}</source>
   <translation>Renommer le calque en {layer}</translation>
  </message>
  <message>
   <source>Blend by {mode}</source>
   <translation>Mode de fusion {mode}</translation>
  </message>
  <message>
   <source>Lock alpha</source>
   <translation>Verrouiller l’alpha</translation>
  </message>
  <message>
   <source>Unlock alpha</source>
   <translation>Déverrouiller l’alpha</translation>
  </message>
  <message>
   <source>Clip to regions</source>
   <translation>Limiter aux régions</translation>
  </message>
  <message>
   <source>Paint across regions</source>
   <translation>Peindre à travers les régions</translation>
  </message>
  <message>
   <source>Merge down</source>
   <translation>Fusionner vers le bas</translation>
  </message>
  <message>
   <source>Group layers</source>
   <translation>Grouper des calques</translation>
  </message>
  <message>
   <source>Ungroup layers</source>
   <translation>Dégrouper des calques</translation>
  </message>
  <message>
   <source>Merge group</source>
   <translation>Fusionner le groupe</translation>
  </message>
  <message>
   <source>Move layer</source>
   <translation>Déplacer un calque</translation>
  </message>
  <message>
   <source>Take colours from {name}</source>
   <translation>Prendre les couleurs de {name}</translation>
  </message>
  <message>
   <source>Take colours from {count} drawings</source>
   <translation>Prendre les couleurs de {count} dessins</translation>
  </message>
  <message>
   <source>Remove reference</source>
   <translation>Retirer la référence</translation>
  </message>
  <message>
   <source>Pair places</source>
   <translation>Apparier des endroits</translation>
  </message>
  <message>
   <source>Clear pairs</source>
   <translation>Effacer les paires</translation>
  </message>
  <message>
   <source>Barrier</source>
   <translation>Barrière</translation>
  </message>
  <message>
   <source>Join regions</source>
   <translation>Joindre des régions</translation>
  </message>
  <message>
   <source>Close gap</source>
   <translation>Fermer le trou</translation>
  </message>
  <message>
   <source>Leave gap open</source>
   <translation>Laisser le trou ouvert</translation>
  </message>
  <message>
   <source>Smallest region usual</source>
   <translation>Plus petite région habituelle</translation>
  </message>
  <message>
   <source>Smallest region {size} px</source>
   <translation>Plus petite région {size} px</translation>
  </message>
  <message>
   <source>Close usual gaps</source>
   <translation>Fermer les trous habituels</translation>
  </message>
  <message>
   <source>Close gaps up to {size} px</source>
   <translation>Fermer les trous jusqu’à {size} px</translation>
  </message>
  <message>
   <source>Select</source>
   <translation>Sélectionner</translation>
  </message>
  <message>
   <source>Delete paint</source>
   <translation>Supprimer la peinture</translation>
  </message>
  <message>
   <source>Cel shade</source>
   <translation>Ombre cel</translation>
  </message>
  <message>
   <source>Two-tone shade</source>
   <translation>Ombre en deux tons</translation>
  </message>
  <message>
   <source>Soft shade</source>
   <translation>Ombre douce</translation>
  </message>
  <message>
   <source>Light follows the camera</source>
   <translation>La lumière suit la caméra</translation>
  </message>
  <message>
   <source>Light follows the figure</source>
   <translation>La lumière suit le personnage</translation>
  </message>
  <message>
   <source>Light of day</source>
   <translation>Lumière du jour</translation>
  </message>
  <message>
   <source>Light of dusk</source>
   <translation>Lumière du crépuscule</translation>
  </message>
  <message>
   <source>Light of lamp</source>
   <translation>Lumière de lampe</translation>
  </message>
  <message>
   <source>Light of rim</source>
   <translation>Contre-jour</translation>
  </message>
  <message>
   <source>Paint shade</source>
   <translation>Peindre l’ombre</translation>
  </message>
  <message>
   <source>Take shade away</source>
   <translation>Enlever l’ombre</translation>
  </message>
  <message>
   <source>Erase 1 stroke of light</source>
   <translation>Gommer 1 trait de lumière</translation>
  </message>
  <message>
   <source>Erase {count} strokes of light</source>
   <translation>Gommer {count} traits de lumière</translation>
  </message>
  <message>
   <source>Erase 1 barrier</source>
   <translation>Gommer 1 barrière</translation>
  </message>
  <message>
   <source>Erase {count} barriers</source>
   <translation>Gommer {count} barrières</translation>
  </message>
  <message>
   <source>Erase 1 join</source>
   <translation>Gommer 1 jonction</translation>
  </message>
  <message>
   <source>Erase {count} joins</source>
   <translation>Gommer {count} jonctions</translation>
  </message>
  <message>
   <source>Clear 1 stroke of light</source>
   <translation>Effacer 1 trait de lumière</translation>
  </message>
  <message>
   <source>Clear {count} strokes of light</source>
   <translation>Effacer {count} traits de lumière</translation>
  </message>
  <message>
   <source>Clear 1 barrier</source>
   <translation>Effacer 1 barrière</translation>
  </message>
  <message>
   <source>Clear {count} barriers</source>
   <translation>Effacer {count} barrières</translation>
  </message>
  <message>
   <source>Clear 1 join</source>
   <translation>Effacer 1 jonction</translation>
  </message>
  <message>
   <source>Clear {count} joins</source>
   <translation>Effacer {count} jonctions</translation>
  </message>
  <message>
   <source>Lock palette to 1 colour</source>
   <translation>Verrouiller la palette sur 1 couleur</translation>
  </message>
  <message>
   <source>Lock palette to {count} colours</source>
   <translation>Verrouiller la palette sur {count} couleurs</translation>
  </message>
  <message>
   <source>Change palette, locked to 1 colour</source>
   <translation>Modifier la palette, verrouillée sur 1 couleur</translation>
  </message>
  <message>
   <source>Change palette, locked to {count} colours</source>
   <translation>Modifier la palette, verrouillée sur {count} couleurs</translation>
  </message>
  <message>
   <source>colour layer</source>
   <translation>calque de couleur</translation>
  </message>
  <message>
   <source>flats</source>
   <translation>aplats</translation>
  </message>
  <message>
   <source>shade</source>
   <translation>ombre</translation>
  </message>
  <message>
   <source>highlight</source>
   <translation>reflets</translation>
  </message>
  <message>
   <source>line art</source>
   <translation>traits</translation>
  </message>
  <message>
   <source>hints</source>
   <translation>indices</translation>
  </message>
  <message>
   <source>Swatch {name} to {color}</source>
   <translation>Nuance {name} en {color}</translation>
  </message>
  <message>
   <source>Replace {old} by {new}</source>
   <translation>Remplacer {old} par {new}</translation>
  </message>
  <message>
   <source>Import 1 hint</source>
   <translation>Importer 1 indice</translation>
  </message>
  <message>
   <source>Import {count} hints</source>
   <translation>Importer {count} indices</translation>
  </message>
  <message>
   <source>Drop tag {tag}</source>
   <translation>Retirer l’étiquette {tag}</translation>
  </message>
  <message>
   <source>Show {layer}</source>
   <translation>Afficher {layer}</translation>
  </message>
  <message>
   <source>Hide {layer}</source>
   <translation>Masquer {layer}</translation>
  </message>
  <message>
   <source>Opacity of {layer}</source>
   <translation>Opacité de {layer}</translation>
  </message>
  <message>
   <source>Move {layer}</source>
   <translation>Déplacer {layer}</translation>
  </message>
  <message>
   <source>Set tags {tags}</source>
   <translation>Définir les étiquettes {tags}</translation>
  </message>
  <message>
   <source>Clear tags</source>
   <translation>Effacer les étiquettes</translation>
  </message>
  <message>
   <source>Generator {name}</source>
   <translation>Générateur {name}</translation>
  </message>
  <message>
   <source>Best generator</source>
   <translation>Meilleur générateur</translation>
  </message>
  <message>
   <source>Point</source>
   <translation>Point</translation>
  </message>
  <message>
   <source>Brush</source>
   <translation>Pinceau</translation>
  </message>
  <message>
   <source>Area</source>
   <translation>Zone</translation>
  </message>
  <message>
   <source>layer</source>
   <translation>calque</translation>
  </message>
  <message>
   <source>{tool} {color}</source>
   <translation>{tool} {color}</translation>
  </message>
  <message>
   <source>{tool} {color} on {part}</source>
   <translation>{tool} {color} sur {part}</translation>
  </message>
  <message>
   <source>Leave region uncoloured</source>
   <translation>Laisser la région sans couleur</translation>
  </message>
  <message>
   <source>Leave regions uncoloured</source>
   <translation>Laisser les régions sans couleur</translation>
  </message>
  <message>
   <source>Keep region as it is</source>
   <translation>Garder la région telle quelle</translation>
  </message>
  <message>
   <source>Keep regions as they are</source>
   <translation>Garder les régions telles quelles</translation>
  </message>
  <message>
   <source>Fill {count} regions</source>
   <translation>Remplir {count} régions</translation>
  </message>
  <message>
   <source>Erase hint</source>
   <translation>Gommer un indice</translation>
  </message>
  <message>
   <source>Erase {count} hints</source>
   <translation>Gommer {count} indices</translation>
  </message>
  <message>
   <source>Clear {count} hints</source>
   <translation>Effacer {count} indices</translation>
  </message>
  <message>
   <source>Unlock palette</source>
   <translation>Déverrouiller la palette</translation>
  </message>
  <message>
   <source>Add {color} to palette</source>
   <translation>Ajouter {color} à la palette</translation>
  </message>
  <message>
   <source>Take {color} out of palette</source>
   <translation>Retirer {color} de la palette</translation>
  </message>
  <message>
   <source>Light off</source>
   <translation>Lumière éteinte</translation>
  </message>
  <message>
   <source>Light on</source>
   <translation>Lumière allumée</translation>
  </message>
  <message>
   <source>Light from {angle}°</source>
   <translation>Lumière de {angle}°</translation>
  </message>
  <message>
   <source>Shade {share}</source>
   <translation>Ombre {share}</translation>
  </message>
  <message>
   <source>Highlights {share}</source>
   <translation>Reflets {share}</translation>
  </message>
  <message>
   <source>Tint of shade {color}</source>
   <translation>Teinte d’ombre {color}</translation>
  </message>
  <message>
   <source>Tint of highlights {color}</source>
   <translation>Teinte des reflets {color}</translation>
  </message>
  <message>
   <source>derived</source>
   <translation>dérivée</translation>
  </message>
  <message>
   <source>Swatch {color}</source>
   <translation>Nuance {color}</translation>
  </message>
  <message>
   <source>Tones of a swatch</source>
   <translation>Tons d’une nuance</translation>
  </message>
  <message>
   <source>Merge swatches</source>
   <translation>Fusionner des nuances</translation>
  </message>
  <message>
   <source>Add swatches</source>
   <translation>Ajouter des nuances</translation>
  </message>
  <message>
   <source>Colour set {name}</source>
   <translation>Jeu de couleurs {name}</translation>
  </message>
  <message>
   <source>Add colour set {name}</source>
   <translation>Ajouter le jeu de couleurs {name}</translation>
  </message>
  <message>
   <source>Name colour set {name}</source>
   <translation>Nommer le jeu de couleurs {name}</translation>
  </message>
  <message>
   <source>Remove colour set {name}</source>
   <translation>Supprimer le jeu de couleurs {name}</translation>
  </message>
  <message>
   <source>Cut hints</source>
   <translation>Couper les indices</translation>
  </message>
  <message>
   <source>Cut paint</source>
   <translation>Couper la peinture</translation>
  </message>
  <message>
   <source>Paste hints</source>
   <translation>Coller les indices</translation>
  </message>
  <message>
   <source>Select all</source>
   <translation>Tout sélectionner</translation>
  </message>
  <message>
   <source>Select nothing</source>
   <translation>Ne rien sélectionner</translation>
  </message>
  <message>
   <source>Invert selection</source>
   <translation>Inverser la sélection</translation>
  </message>
 </context>
 <context>
  <name>EmptyPage</name>
  <message>
   <source>Colour a whole cut as one</source>
   <translation>Colorer tout un plan d’un coup</translation>
  </message>
  <message>
   <source>Choose a folder of line drawings, or drop one here.
Give one frame its colours; they are carried to the others.</source>
   <translation>Choisissez un dossier de dessins au trait, ou déposez-en un ici.
Donnez ses couleurs à une image ; elles sont portées aux autres.</translation>
  </message>
  <message>
   <source>Choose frames…</source>
   <translation>Choisir des images…</translation>
  </message>
 </context>
 <context>
  <name>FileActions</name>
  <message>
   <source>No red, blue or green trace lines were found in it.</source>
   <translation>Aucun trait de colour-trace rouge, bleu ou vert n’y a été trouvé.</translation>
  </message>
  <message>
   <source>Drawings and projects ({endings})</source>
   <translation>Dessins et projets ({endings})</translation>
  </message>
  <message>
   <source>All files (*)</source>
   <translation>Tous les fichiers (*)</translation>
  </message>
  <message>
   <source>Restored {name}</source>
   <translation>{name} restauré</translation>
  </message>
  <message>
   <source>Restoring {name}…</source>
   <translation>Restauration de {name}…</translation>
  </message>
  <message>
   <source>Opening {name}…</source>
   <translation>Ouverture de {name}…</translation>
  </message>
  <message>
   <source>Opened {name}, {size}</source>
   <translation>{name} ouvert, {size}</translation>
  </message>
  <message>
   <source>Tags that are unknown here have no effect: {names}.</source>
   <translation>Les étiquettes inconnues ici sont sans effet : {names}.</translation>
  </message>
  <message>
   <source>Tintline project</source>
   <translation>Projet Tintline</translation>
  </message>
  <message>
   <source>Saving {name}…</source>
   <translation>Enregistrement de {name}…</translation>
  </message>
  <message>
   <source>PNG picture</source>
   <translation>Image PNG</translation>
  </message>
  <message>
   <source>OpenRaster picture</source>
   <translation>Image OpenRaster</translation>
  </message>
  <message>
   <source>Photoshop picture</source>
   <translation>Image Photoshop</translation>
  </message>
  <message>
   <source>Paint for OpenToonz</source>
   <translation>Couleur pour OpenToonz</translation>
  </message>
  <message>
   <source>Exporting {name}…</source>
   <translation>Exportation de {name}…</translation>
  </message>
  <message>
   <source>one layer a colour</source>
   <translation>un calque par couleur</translation>
  </message>
  <message>
   <source>transparent layers</source>
   <translation>calques transparents</translation>
  </message>
 </context>
 <context>
  <name>FileDrops</name>
  <message>
   <source>One drawing at a time: opening {name}.</source>
   <translation>Un dessin à la fois : ouverture de {name}.</translation>
  </message>
 </context>
 <context>
  <name>FileWork</name>
  <message>
   <source>{path}: was read for this document; choose another name</source>
   <translation>{path} : a été lu pour ce document ; choisissez un autre nom</translation>
  </message>
  <message>
   <source>Saved {path}</source>
   <translation>{path} enregistré</translation>
  </message>
 </context>
 <context>
  <name>FillBar</name>
  <message>
   <source>Colour</source>
   <translation>Couleur</translation>
  </message>
  <message>
   <source>Give regions the brush's colour (F)</source>
   <translation>Donner aux régions la couleur du pinceau (F)</translation>
  </message>
  <message>
   <source>Keep as it is</source>
   <translation>Garder tel quel</translation>
  </message>
  <message>
   <source>Keep what regions show now, whatever later hints say (K)</source>
   <translation>Garder ce que les régions montrent, quoi que disent les indices suivants (K)</translation>
  </message>
  <message>
   <source>No colour</source>
   <translation>Sans couleur</translation>
  </message>
  <message>
   <source>Leave regions uncoloured and transparent (U)</source>
   <translation>Laisser les régions sans couleur et transparentes (U)</translation>
  </message>
  <message>
   <source>Only leftovers</source>
   <translation>Seulement les restes</translation>
  </message>
  <message>
   <source>Pass over regions that have a colour</source>
   <translation>Passer les régions qui ont une couleur</translation>
  </message>
  <message>
   <source>Next without colour</source>
   <translation>Suivante sans couleur</translation>
  </message>
  <message>
   <source>Go to the next region without a colour (N)</source>
   <translation>Aller à la région suivante sans couleur (N)</translation>
  </message>
 </context>
 <context>
  <name>Filmstrip</name>
  <message>
   <source>Frames</source>
   <translation>Images</translation>
  </message>
 </context>
 <context>
  <name>FrameCanvas</name>
  <message>
   <source>Opening {name}…</source>
   <translation>Ouverture de {name}…</translation>
  </message>
  <message>
   <source>Reading frames…</source>
   <translation>Lecture des images…</translation>
  </message>
 </context>
 <context>
  <name>FrameDelegate</name>
  <message>
   <source>failed</source>
   <translation>échec</translation>
  </message>
  <message>
   <source>redo</source>
   <translation>à refaire</translation>
  </message>
  <message>
   <source>running</source>
   <translation>en cours</translation>
  </message>
  <message>
   <source>held</source>
   <translation>tenue</translation>
  </message>
 </context>
 <context>
  <name>FrameListModel</name>
  <message>
   <source>waiting</source>
   <translation>en attente</translation>
  </message>
  <message>
   <source>is being coloured</source>
   <translation>en cours de coloration</translation>
  </message>
  <message>
   <source>done</source>
   <translation>terminée</translation>
  </message>
  <message>
   <source>was done before</source>
   <translation>déjà faite</translation>
  </message>
  <message>
   <source>to be coloured again</source>
   <translation>à recolorer</translation>
  </message>
  <message>
   <source>failed</source>
   <translation>échec</translation>
  </message>
  <message>
   <source>confidence {share}</source>
   <translation>confiance {share}</translation>
  </message>
  <message>
   <source>key frame with hints of its own</source>
   <translation>image clé avec ses propres indices</translation>
  </message>
  <message>
   <source>held: the same drawing as an earlier frame</source>
   <translation>tenue : le même dessin qu’une image antérieure</translation>
  </message>
  <message>
   <source>1 place corrected by hand</source>
   <translation>1 endroit corrigé à la main</translation>
  </message>
  <message>
   <source>{count} places corrected by hand</source>
   <translation>{count} endroits corrigés à la main</translation>
  </message>
 </context>
 <context>
  <name>FramePictures</name>
  <message>
   <source>Reading frames…</source>
   <translation>Lecture des images…</translation>
  </message>
 </context>
 <context>
  <name>FrameRuler</name>
  <message>
   <source>All frames</source>
   <translation>Toutes les images</translation>
  </message>
 </context>
 <context>
  <name>GapBar</name>
  <message>
   <source>Close gaps up to</source>
   <translation>Fermer les trous jusqu’à</translation>
  </message>
  <message>
   <source>Widest gap that is closed, in pixels</source>
   <translation>Plus grand trou fermé, en pixels</translation>
  </message>
  <message>
   <source>Smallest region</source>
   <translation>Plus petite région</translation>
  </message>
  <message>
   <source>Side of the smallest region, in pixels</source>
   <translation>Côté de la plus petite région, en pixels</translation>
  </message>
 </context>
 <context>
  <name>GeneralPage</name>
  <message>
   <source>General</source>
   <translation>Général</translation>
  </message>
  <message>
   <source>Theme</source>
   <translation>Thème</translation>
  </message>
  <message>
   <source>As the system</source>
   <translation>Comme le système</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Sombre</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Clair</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Langue</translation>
  </message>
  <message>
   <source> s</source>
   <translation> s</translation>
  </message>
  <message>
   <source>Seconds until unsaved work is copied</source>
   <translation>Secondes avant la copie du travail non enregistré</translation>
  </message>
  <message>
   <source>Steps that can be taken back</source>
   <translation>Étapes annulables</translation>
  </message>
  <message>
   <source>begin with a light</source>
   <translation>commencer avec une lumière</translation>
  </message>
  <message>
   <source>Language, from the next start</source>
   <translation>Langue, au prochain démarrage</translation>
  </message>
  <message>
   <source>Copy unsaved work after</source>
   <translation>Copier le travail non enregistré après</translation>
  </message>
  <message>
   <source>Steps for undo</source>
   <translation>Étapes d’annulation</translation>
  </message>
  <message>
   <source>New drawings</source>
   <translation>Nouveaux dessins</translation>
  </message>
  <message>
   <source>While you paint</source>
   <translation>Pendant la peinture</translation>
  </message>
  <message>
   <source>Layered files</source>
   <translation>Fichiers à calques</translation>
  </message>
  <message>
   <source>The copy of unsaved work is offered at the next start if this one ends badly.</source>
   <translation>La copie du travail non enregistré est proposée au prochain démarrage si celui-ci finit mal.</translation>
  </message>
 </context>
 <context>
  <name>GeneratorControl</name>
  <message>
   <source>Until then hints alone fill the picture.</source>
   <translation>D’ici là, les indices seuls remplissent l’image.</translation>
  </message>
  <message>
   <source>{title} takes no tags. Choose another generator to use them.</source>
   <translation>{title} n’accepte pas d’étiquettes. Choisissez un autre générateur pour les utiliser.</translation>
  </message>
  <message>
   <source>{title} takes no hints. Choose another generator to use them.</source>
   <translation>{title} n’accepte pas d’indices. Choisissez un autre générateur pour les utiliser.</translation>
  </message>
 </context>
 <context>
  <name>GeneratorList</name>
  <message>
   <source>Licence of the weights: {licence}</source>
   <translation>Licence des poids : {licence}</translation>
  </message>
 </context>
 <context>
  <name>GeneratorPanel</name>
  <message>
   <source>Generators</source>
   <translation>Générateurs</translation>
  </message>
  <message>
   <source>Live colour</source>
   <translation>Couleur en direct</translation>
  </message>
  <message>
   <source>Colour now</source>
   <translation>Colorer maintenant</translation>
  </message>
  <message>
   <source>Device</source>
   <translation>Appareil</translation>
  </message>
  <message>
   <source>Automatic</source>
   <translation>Automatique</translation>
  </message>
  <message>
   <source>GPU (CUDA)</source>
   <translation>GPU (CUDA)</translation>
  </message>
  <message>
   <source>Tidy</source>
   <translation>Nettoyage</translation>
  </message>
  <message>
   <source>Left: the generator's own picture. Middle: one hue a region, its light kept, and white paper. Right: one colour a region.</source>
   <translation>À gauche : l’image du générateur. Au milieu : une teinte par région, sa lumière gardée, papier blanc. À droite : une couleur par région.</translation>
  </message>
  <message>
   <source>Usual</source>
   <translation>Habituel</translation>
  </message>
  <message>
   <source>As this generator's pictures look best</source>
   <translation>Comme les images de ce générateur sont les plus belles</translation>
  </message>
  <message>
   <source>Another picture of the same drawing</source>
   <translation>Une autre image du même dessin</translation>
  </message>
  <message>
   <source>{generator} runs on the {device}: {reason}</source>
   <translation>{generator} tourne sur {device} : {reason}</translation>
  </message>
 </context>
 <context>
  <name>GeneratorRow</name>
  <message>
   <source>Cannot be used here</source>
   <translation>Inutilisable ici</translation>
  </message>
  <message>
   <source>hints and tags</source>
   <translation>indices et étiquettes</translation>
  </message>
  <message>
   <source>hints</source>
   <translation>indices</translation>
  </message>
  <message>
   <source>tags</source>
   <translation>étiquettes</translation>
  </message>
  <message>
   <source>no hints</source>
   <translation>aucun indice</translation>
  </message>
  <message>
   <source>{takes} · {millions:.1f} M parameters</source>
   <translation>{takes} · {millions:.1f} M paramètres</translation>
  </message>
 </context>
 <context>
  <name>Generators</name>
  <message>
   <source>Nearly every drawing: colours are exact and stay within their lines.</source>
   <translation>Presque tout dessin : couleurs exactes, qui restent dans leurs traits.</translation>
  </message>
  <message>
   <source>Published methods, small</source>
   <translation>Méthodes publiées, petites</translation>
  </message>
  <message>
   <source>Soft colour as of watercolours, from many hints.</source>
   <translation>Couleur douce comme à l’aquarelle, à partir de nombreux indices.</translation>
  </message>
  <message>
   <source>Painted-looking colour from hints, over a draft that comes at once.</source>
   <translation>Couleur d’aspect peint à partir d’indices, sur une ébauche immédiate.</translation>
  </message>
  <message>
   <source>Colours that bloom out of their hints as on wet paper.</source>
   <translation>Couleurs qui s’épanouissent de leurs indices comme sur papier mouillé.</translation>
  </message>
  <message>
   <source>Blurred washes in which neighbouring hints mix.</source>
   <translation>Lavis flous où les indices voisins se mêlent.</translation>
  </message>
  <message>
   <source>A first idea of a character from tags alone, without a hint.</source>
   <translation>Une première idée d’un personnage par ses étiquettes, sans indice.</translation>
  </message>
  <message>
   <source>Without a network</source>
   <translation>Sans réseau</translation>
  </message>
  <message>
   <source>Flat fills from hints alone; always there.</source>
   <translation>Aplats à partir des seuls indices ; toujours là.</translation>
  </message>
  <message>
   <source>Watershed fill (no generator)</source>
   <translation>Remplissage simple (sans générateur)</translation>
  </message>
 </context>
 <context>
  <name>Help</name>
  <message>
   <source>not installed</source>
   <translation>non installé</translation>
  </message>
  <message>
   <source>&lt;h3&gt;Tintline {number}&lt;/h3&gt;&lt;p&gt;Interactive colouring of line art: colour hints and tags in, layers out.&lt;/p&gt;&lt;p&gt;Apache License 2.0&lt;/p&gt;</source>
   <translation>&lt;h3&gt;Tintline {number}&lt;/h3&gt;&lt;p&gt;Coloration interactive du dessin au trait : indices et étiquettes en entrée, calques en sortie.&lt;/p&gt;&lt;p&gt;Apache License 2.0&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Left button, pen</source>
   <translation>Bouton gauche, stylet</translation>
  </message>
  <message>
   <source>draw with the current tool</source>
   <translation>dessiner avec l’outil choisi</translation>
  </message>
  <message>
   <source>Right button</source>
   <translation>Bouton droit</translation>
  </message>
  <message>
   <source>pick a colour</source>
   <translation>prendre une couleur</translation>
  </message>
  <message>
   <source>Middle button, or hold {keys}</source>
   <translation>Bouton du milieu, ou maintenir {keys}</translation>
  </message>
  <message>
   <source>move the picture</source>
   <translation>déplacer l’image</translation>
  </message>
  <message>
   <source>Hold {keys} and drag</source>
   <translation>Maintenir {keys} et glisser</translation>
  </message>
  <message>
   <source>turn the picture</source>
   <translation>tourner l’image</translation>
  </message>
  <message>
   <source>Alt or Ctrl held</source>
   <translation>Alt ou Ctrl maintenu</translation>
  </message>
  <message>
   <source>Wheel</source>
   <translation>Molette</translation>
  </message>
  <message>
   <source>zoom at the pointer, with Ctrl in finer steps</source>
   <translation>zoomer sous le pointeur, plus finement avec Ctrl</translation>
  </message>
  <message>
   <source>Shift and wheel</source>
   <translation>Maj et molette</translation>
  </message>
  <message>
   <source>rotate</source>
   <translation>pivoter</translation>
  </message>
  <message>
   <source>rotate; stand upright again</source>
   <translation>pivoter ; redresser</translation>
  </message>
  <message>
   <source>Two fingers, pinch</source>
   <translation>Deux doigts, pincement</translation>
  </message>
  <message>
   <source>move, zoom and rotate, on touchpad and screen</source>
   <translation>déplacer, zoomer et pivoter, sur pavé tactile et écran</translation>
  </message>
  <message>
   <source>smaller and larger brush</source>
   <translation>pinceau plus petit, plus grand</translation>
  </message>
  <message>
   <source>point, brush, fill, enclose and fill</source>
   <translation>point, pinceau, remplir, entourer et remplir</translation>
  </message>
  <message>
   <source>barrier, join regions</source>
   <translation>barrière, joindre des régions</translation>
  </message>
  <message>
   <source>keep regions as they are, leave them uncoloured</source>
   <translation>garder les régions telles quelles, les laisser sans couleur</translation>
  </message>
  <message>
   <source>Second press with fill</source>
   <translation>Second appui avec Remplir</translation>
  </message>
  <message>
   <source>this piece of the region alone</source>
   <translation>cette partie de la région seulement</translation>
  </message>
  <message>
   <source>to the next region without a colour, fill it</source>
   <translation>à la région suivante sans couleur, la remplir</translation>
  </message>
  <message>
   <source>shadow brush, eraser, move a hint</source>
   <translation>pinceau d’ombre, gomme, déplacer un indice</translation>
  </message>
  <message>
   <source>pick a colour, move the picture</source>
   <translation>prendre une couleur, déplacer l’image</translation>
  </message>
  <message>
   <source>on a paint layer: paint, erase, fill</source>
   <translation>sur un calque de peinture : peindre, gommer, remplir</translation>
  </message>
  <message>
   <source>one more paint layer</source>
   <translation>un calque de peinture de plus</translation>
  </message>
  <message>
   <source>select a region, a colour or by a loop; Shift adds</source>
   <translation>sélectionner une région, une couleur ou par une boucle ; Maj ajoute</translation>
  </message>
  <message>
   <source>paint or hints; Enter places a pasted picture</source>
   <translation>peinture ou indices ; Entrée place une image collée</translation>
  </message>
  <message>
   <source>select nothing: paint goes everywhere again</source>
   <translation>ne rien sélectionner : on peint de nouveau partout</translation>
  </message>
  <message>
   <source>Shift and point or brush</source>
   <translation>Maj et point ou pinceau</translation>
  </message>
  <message>
   <source>colour this region alone</source>
   <translation>ne colorer que cette région</translation>
  </message>
  <message>
   <source>Shift and fill</source>
   <translation>Maj et Remplir</translation>
  </message>
  <message>
   <source>replace the colour under the pen everywhere</source>
   <translation>remplacer partout la couleur sous le stylet</translation>
  </message>
  <message>
   <source>Swatch dragged to the picture</source>
   <translation>Nuance glissée sur l’image</translation>
  </message>
  <message>
   <source>a point of its colour</source>
   <translation>un point de sa couleur</translation>
  </message>
  <message>
   <source>show every region in a colour of its own</source>
   <translation>montrer chaque région dans sa propre couleur</translation>
  </message>
  <message>
   <source>frame before and after, play the cut</source>
   <translation>image précédente et suivante, lire le plan</translation>
  </message>
  <message>
   <source>next doubtful region of the cut</source>
   <translation>région douteuse suivante du plan</translation>
  </message>
  <message>
   <source>next colour pop of the cut</source>
   <translation>saut de couleur suivant du plan</translation>
  </message>
  <message>
   <source>hide the hints and show them again</source>
   <translation>masquer et réafficher les indices</translation>
  </message>
  <message>
   <source>canvas only, full screen</source>
   <translation>canevas seul, plein écran</translation>
  </message>
  <message>
   <source>Hold {keys}</source>
   <translation>Maintenir {keys}</translation>
  </message>
  <message>
   <source>see the drawing alone</source>
   <translation>voir le dessin seul</translation>
  </message>
  <message>
   <source>swap both colours</source>
   <translation>échanger les deux couleurs</translation>
  </message>
  <message>
   <source>preferences, where keys are changed</source>
   <translation>préférences, où l’on change les touches</translation>
  </message>
  <message>
   <source>Esc while drawing</source>
   <translation>Échap pendant le tracé</translation>
  </message>
  <message>
   <source>give the stroke up</source>
   <translation>abandonner le trait</translation>
  </message>
  <message>
   <source>Pen, mouse and keys</source>
   <translation>Stylet, souris et touches</translation>
  </message>
  <message>
   <source>About Tintline</source>
   <translation>À propos de Tintline</translation>
  </message>
 </context>
 <context>
  <name>HistoryPanel</name>
  <message>
   <source>History</source>
   <translation>Historique</translation>
  </message>
 </context>
 <context>
  <name>KeyField</name>
  <message>
   <source>Press keys</source>
   <translation>Appuyez sur des touches</translation>
  </message>
  <message>
   <source>Keys of the command</source>
   <translation>Touches de la commande</translation>
  </message>
  <message>
   <source>Press the new keys; Esc leaves the field</source>
   <translation>Appuyez sur les nouvelles touches ; Échap quitte le champ</translation>
  </message>
 </context>
 <context>
  <name>KnownDrawings</name>
  <message>
   <source>Open &amp;recent</source>
   <translation>Ouvrir un &amp;fichier récent</translation>
  </message>
  <message>
   <source>Open sa&amp;mple</source>
   <translation>Ou&amp;vrir un exemple</translation>
  </message>
 </context>
 <context>
  <name>LayerBar</name>
  <message>
   <source>Add a paint layer</source>
   <translation>Ajouter un calque de peinture</translation>
  </message>
  <message>
   <source>Merge down</source>
   <translation>Fusionner vers le bas</translation>
  </message>
  <message>
   <source>Delete the layer</source>
   <translation>Supprimer le calque</translation>
  </message>
  <message>
   <source>Lock alpha: paint changes colours alone</source>
   <translation>Verrouiller l’alpha : peindre ne change que les couleurs</translation>
  </message>
  <message>
   <source>Clip to regions: a stroke stays in the region it began in</source>
   <translation>Limiter aux régions : un trait reste dans la région où il a commencé</translation>
  </message>
  <message>
   <source>Blend mode</source>
   <translation>Mode de fusion</translation>
  </message>
  <message>
   <source>How the layer joins what lies below it</source>
   <translation>Comment le calque se mêle à ce qui est dessous</translation>
  </message>
  <message>
   <source>Group the layer</source>
   <translation>Grouper le calque</translation>
  </message>
  <message>
   <source>Ungroup the layers</source>
   <translation>Dégrouper les calques</translation>
  </message>
 </context>
 <context>
  <name>LayerRow</name>
  <message>
   <source>Hide {layer}</source>
   <translation>Masquer {layer}</translation>
  </message>
  <message>
   <source>Show {layer}</source>
   <translation>Afficher {layer}</translation>
  </message>
  <message>
   <source>Light off</source>
   <translation>Lumière éteinte</translation>
  </message>
  <message>
   <source>{layer} holds next to nothing while the light is off</source>
   <translation>{layer} ne contient presque rien tant que la lumière est éteinte</translation>
  </message>
  <message>
   <source>Layer name</source>
   <translation>Nom du calque</translation>
  </message>
 </context>
 <context>
  <name>LayerWork</name>
  <message>
   <source>{layer} is hidden: show it to take something away.</source>
   <translation>{layer} est masqué : affichez-le pour en enlever quelque chose.</translation>
  </message>
  <message>
   <source>The alpha of {layer} is locked: unlock it to take paint away.</source>
   <translation>L’alpha de {layer} est verrouillé : déverrouillez-le pour enlever de la peinture.</translation>
  </message>
 </context>
 <context>
  <name>Layers</name>
  <message>
   <source>Colour</source>
   <translation>Couleur</translation>
  </message>
  <message>
   <source>Flats</source>
   <translation>Aplats</translation>
  </message>
  <message>
   <source>Shade</source>
   <translation>Ombre</translation>
  </message>
  <message>
   <source>Highlight</source>
   <translation>Reflets</translation>
  </message>
  <message>
   <source>Line art</source>
   <translation>Traits</translation>
  </message>
  <message>
   <source>Hints</source>
   <translation>Indices</translation>
  </message>
 </context>
 <context>
  <name>LayersPanel</name>
  <message>
   <source>Layer opacity</source>
   <translation>Opacité du calque</translation>
  </message>
  <message>
   <source>Opacity</source>
   <translation>Opacité</translation>
  </message>
  <message>
   <source>Space shows or hides, Alt and arrows or dragging move, F2 renames</source>
   <translation>Espace affiche ou masque, Alt et flèches ou glisser déplace, F2 renomme</translation>
  </message>
  <message>
   <source>Layers</source>
   <translation>Calques</translation>
  </message>
  <message>
   <source>Hide layer</source>
   <translation>Masquer le calque</translation>
  </message>
  <message>
   <source>Show layer</source>
   <translation>Afficher le calque</translation>
  </message>
  <message>
   <source>Move up</source>
   <translation>Monter</translation>
  </message>
  <message>
   <source>Move down</source>
   <translation>Descendre</translation>
  </message>
  <message>
   <source>Full opacity</source>
   <translation>Pleine opacité</translation>
  </message>
  <message>
   <source>Add a paint layer above</source>
   <translation>Ajouter un calque de peinture au-dessus</translation>
  </message>
  <message>
   <source>Rename…</source>
   <translation>Renommer…</translation>
  </message>
  <message>
   <source>Group</source>
   <translation>Grouper</translation>
  </message>
  <message>
   <source>Ungroup</source>
   <translation>Dégrouper</translation>
  </message>
  <message>
   <source>Merge group</source>
   <translation>Fusionner le groupe</translation>
  </message>
  <message>
   <source>Merge down</source>
   <translation>Fusionner vers le bas</translation>
  </message>
  <message>
   <source>Delete group</source>
   <translation>Supprimer le groupe</translation>
  </message>
  <message>
   <source>Delete layer</source>
   <translation>Supprimer le calque</translation>
  </message>
 </context>
 <context>
  <name>LeakFinder</name>
  <message>
   <source>Gaps are not sought in drawings of more than {limit} million pixels; this one has {count} million. Open a smaller copy to look for them.</source>
   <translation>Les trous ne sont pas cherchés au-delà de {limit} millions de pixels ; ce dessin en a {count} millions. Ouvrez une copie plus petite.</translation>
  </message>
  <message>
   <source>Looking for gaps in the lines</source>
   <translation>Recherche de trous dans les traits</translation>
  </message>
  <message>
   <source>{closed} gaps closed for filling, {open} left open</source>
   <translation>{closed} trous fermés pour le remplissage, {open} laissés ouverts</translation>
  </message>
 </context>
 <context>
  <name>LeftoverFinder</name>
  <message>
   <source>Every region has a colour</source>
   <translation>Chaque région a une couleur</translation>
  </message>
  <message>
   <source>Region {number} of {count} without a colour</source>
   <translation>Région {number} sur {count} sans couleur</translation>
  </message>
 </context>
 <context>
  <name>LightControl</name>
  <message>
   <source>The light is off: turn it on in its panel to see what you paint.</source>
   <translation>La lumière est éteinte : allumez-la dans son panneau pour voir ce que vous peignez.</translation>
  </message>
 </context>
 <context>
  <name>LightDial</name>
  <message>
   <source>Direction of the light</source>
   <translation>Direction de la lumière</translation>
  </message>
  <message>
   <source>Degrees clockwise from above; arrows turn by 5, Page Up and Page Down by 45</source>
   <translation>Degrés dans le sens horaire depuis le haut ; les flèches tournent de 5, Page préc. et Page suiv. de 45</translation>
  </message>
 </context>
 <context>
  <name>LightHandle</name>
  <message>
   <source>Handle of the light</source>
   <translation>Poignée de la lumière</translation>
  </message>
  <message>
   <source>Drag to turn the light; with Shift in steps of 15°</source>
   <translation>Glisser pour tourner la lumière ; avec Maj par pas de 15°</translation>
  </message>
 </context>
 <context>
  <name>LightPanel</name>
  <message>
   <source>Light</source>
   <translation>Lumière</translation>
  </message>
  <message>
   <source>Cel</source>
   <translation>Cel</translation>
  </message>
  <message>
   <source>One tone of shade, crisp</source>
   <translation>Un ton d’ombre, net</translation>
  </message>
  <message>
   <source>Two tones</source>
   <translation>Deux tons</translation>
  </message>
  <message>
   <source>Two tones of shade, crisp</source>
   <translation>Deux tons d’ombre, nets</translation>
  </message>
  <message>
   <source>Soft</source>
   <translation>Doux</translation>
  </message>
  <message>
   <source>Shade that fades</source>
   <translation>Ombre qui s’estompe</translation>
  </message>
  <message>
   <source>Strength of shade</source>
   <translation>Force de l’ombre</translation>
  </message>
  <message>
   <source>Strength of highlights</source>
   <translation>Force des reflets</translation>
  </message>
  <message>
   <source>Tint of shade</source>
   <translation>Teinte de l’ombre</translation>
  </message>
  <message>
   <source>Tint of highlights</source>
   <translation>Teinte des reflets</translation>
  </message>
  <message>
   <source>Shade</source>
   <translation>Ombre</translation>
  </message>
  <message>
   <source>Paint shade with the brush (S)</source>
   <translation>Peindre l’ombre au pinceau (S)</translation>
  </message>
  <message>
   <source>Paint highlights with the brush (S)</source>
   <translation>Peindre les reflets au pinceau (S)</translation>
  </message>
  <message>
   <source>Neither</source>
   <translation>Ni l’un ni l’autre</translation>
  </message>
  <message>
   <source>Take shade and highlights away with the brush (S)</source>
   <translation>Enlever ombre et reflets au pinceau (S)</translation>
  </message>
  <message>
   <source>Day: from the upper left, cool shade</source>
   <translation>Jour : d’en haut à gauche, ombre froide</translation>
  </message>
  <message>
   <source>Dusk: from low at the left, violet shade</source>
   <translation>Crépuscule : bas à gauche, ombre violette</translation>
  </message>
  <message>
   <source>Lamp: from the upper right, strong and warm</source>
   <translation>Lampe : d’en haut à droite, forte et chaude</translation>
  </message>
  <message>
   <source>Rim: from behind</source>
   <translation>Contre-jour : par derrière</translation>
  </message>
  <message>
   <source>In an animation: turn the light with the figure, not with the camera</source>
   <translation>En animation : tourner la lumière avec le personnage, pas avec la caméra</translation>
  </message>
  <message>
   <source>Highlights</source>
   <translation>Reflets</translation>
  </message>
  <message>
   <source>Brush</source>
   <translation>Pinceau</translation>
  </message>
  <message>
   <source>from {angle}°</source>
   <translation>de {angle}°</translation>
  </message>
 </context>
 <context>
  <name>LineColorMenu</name>
  <message>
   <source>&amp;Colour of lines</source>
   <translation>&amp;Couleur des traits</translation>
  </message>
  <message>
   <source>As they are &amp;drawn</source>
   <translation>Tels que &amp;dessinés</translation>
  </message>
  <message>
   <source>A dark tone of the colour &amp;beside each</source>
   <translation>Un ton foncé de la couleur &amp;voisine</translation>
  </message>
  <message>
   <source>&amp;One colour…</source>
   <translation>&amp;Une seule couleur…</translation>
  </message>
  <message>
   <source>Colour of the lines</source>
   <translation>Couleur des traits</translation>
  </message>
 </context>
 <context>
  <name>LineControl</name>
  <message>
   <source>dark lines</source>
   <translation>traits sombres</translation>
  </message>
  <message>
   <source>light lines</source>
   <translation>traits clairs</translation>
  </message>
  <message>
   <source>ink on nothing</source>
   <translation>encre sur vide</translation>
  </message>
  <message>
   <source>&amp;Find out</source>
   <translation>&amp;Automatique</translation>
  </message>
  <message>
   <source>&amp;Dark lines on lighter paper</source>
   <translation>&amp;Traits sombres sur papier plus clair</translation>
  </message>
  <message>
   <source>&amp;Light lines on darker paper</source>
   <translation>Traits &amp;clairs sur papier plus sombre</translation>
  </message>
  <message>
   <source>&amp;All that is on a transparent sheet</source>
   <translation>Tout ce &amp;qui est sur une feuille transparente</translation>
  </message>
  <message>
   <source>&amp;Lines</source>
   <translation>Traits</translation>
  </message>
  <message>
   <source>&amp;Take the paper off</source>
   <translation>&amp;Enlever le papier</translation>
  </message>
  <message>
   <source>Reading the lines…</source>
   <translation>Lecture des traits…</translation>
  </message>
  <message>
   <source>no paper</source>
   <translation>sans papier</translation>
  </message>
  <message>
   <source>as you chose</source>
   <translation>comme choisi</translation>
  </message>
  <message>
   <source>as found out</source>
   <translation>comme détecté</translation>
  </message>
  <message>
   <source>What of the drawing is line: {how}</source>
   <translation>Ce qui est trait dans le dessin : {how}</translation>
  </message>
 </context>
 <context>
  <name>Listings</name>
  <message>
   <source>Looking for generators…</source>
   <translation>Recherche de générateurs…</translation>
  </message>
  <message>
   <source>Checking generators…</source>
   <translation>Vérification des générateurs…</translation>
  </message>
  <message>
   <source>Reading samples…</source>
   <translation>Lecture des exemples…</translation>
  </message>
 </context>
 <context>
  <name>LiveColorizer</name>
  <message>
   <source>loading the generator</source>
   <translation>chargement du générateur</translation>
  </message>
  <message>
   <source>not up to date; Colour now colours it</source>
   <translation>pas à jour ; Colorer maintenant le colore</translation>
  </message>
  <message>
   <source>{device} · colouring…</source>
   <translation>{device} · coloration…</translation>
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
   <translation>échec de la coloration</translation>
  </message>
  <message>
   <source>Hints alone fill the picture until you choose another generator.</source>
   <translation>Les indices seuls remplissent l’image tant qu’un autre générateur n’est pas choisi.</translation>
  </message>
  <message>
   <source>preview</source>
   <translation>aperçu</translation>
  </message>
  <message>
   <source>final</source>
   <translation>final</translation>
  </message>
  <message>
   <source>full size</source>
   <translation>pleine taille</translation>
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
   <translation>Couleur</translation>
  </message>
  <message>
   <source>Palette</source>
   <translation>Palette</translation>
  </message>
  <message>
   <source>Tags</source>
   <translation>Étiquettes</translation>
  </message>
  <message>
   <source>Generator</source>
   <translation>Générateur</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Lumière</translation>
  </message>
  <message>
   <source>Layers</source>
   <translation>Calques</translation>
  </message>
  <message>
   <source>History</source>
   <translation>Historique</translation>
  </message>
  <message>
   <source>Reference</source>
   <translation>Référence</translation>
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
   <translation>Manuel</translation>
  </message>
  <message>
   <source>Contents of the manual</source>
   <translation>Sommaire du manuel</translation>
  </message>
  <message>
   <source>Search the manual</source>
   <translation>Chercher dans le manuel</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Précédent</translation>
  </message>
  <message>
   <source>Forward</source>
   <translation>Suivant</translation>
  </message>
  <message>
   <source>Not found</source>
   <translation>Introuvable</translation>
  </message>
 </context>
 <context>
  <name>ManualPage</name>
  <message>
   <source>Page of the manual</source>
   <translation>Page du manuel</translation>
  </message>
 </context>
 <context>
  <name>Messages</name>
  <message>
   <source>Hints are hidden: show their layer to see what you draw.</source>
   <translation>Les indices sont masqués : affichez leur calque pour voir ce que vous dessinez.</translation>
  </message>
  <message>
   <source>Hints are hidden: show their layer to erase them.</source>
   <translation>Les indices sont masqués : affichez leur calque pour les gommer.</translation>
  </message>
 </context>
 <context>
  <name>MiniMap</name>
  <message>
   <source>Mini map</source>
   <translation>Mini-carte</translation>
  </message>
  <message>
   <source>Arrows move the view</source>
   <translation>Les flèches déplacent la vue</translation>
  </message>
 </context>
 <context>
  <name>OnionButton</name>
  <message>
   <source>Onion skin: show the frames before and after</source>
   <translation>Pelure d’oignon : afficher les images avant et après</translation>
  </message>
  <message>
   <source>Frames before</source>
   <translation>Images avant</translation>
  </message>
  <message>
   <source>Frames after</source>
   <translation>Images après</translation>
  </message>
  <message>
   <source>Strength of the onion skin</source>
   <translation>Force de la pelure d’oignon</translation>
  </message>
  <message>
   <source>Before</source>
   <translation>Avant</translation>
  </message>
  <message>
   <source>After</source>
   <translation>Après</translation>
  </message>
  <message>
   <source>Strength</source>
   <translation>Force</translation>
  </message>
 </context>
 <context>
  <name>OptionsBar</name>
  <message>
   <source>Brush options</source>
   <translation>Options du pinceau</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Taille</translation>
  </message>
  <message>
   <source>Brush size</source>
   <translation>Taille du pinceau</translation>
  </message>
  <message>
   <source> px</source>
   <translation> px</translation>
  </message>
  <message>
   <source>Brush size in pixels</source>
   <translation>Taille du pinceau en pixels</translation>
  </message>
 </context>
 <context>
  <name>PaintBar</name>
  <message>
   <source>Hardness</source>
   <translation>Dureté</translation>
  </message>
  <message>
   <source>At 100 % every pixel is painted fully or not at all</source>
   <translation>À 100 % chaque pixel est peint entièrement ou pas du tout</translation>
  </message>
  <message>
   <source>Opacity</source>
   <translation>Opacité</translation>
  </message>
  <message>
   <source>Of a stroke, however often it crosses itself</source>
   <translation>D’un trait, aussi souvent qu’il se croise</translation>
  </message>
  <message>
   <source>Fade by pressure</source>
   <translation>Opacité par pression</translation>
  </message>
  <message>
   <source>Pressure changes opacity</source>
   <translation>La pression change l’opacité</translation>
  </message>
  <message>
   <source>On {layer}</source>
   <translation>Sur {layer}</translation>
  </message>
 </context>
 <context>
  <name>PaintControl</name>
  <message>
   <source>The regions are being found; paint again in a moment.</source>
   <translation>Recherche des régions en cours ; peignez à nouveau dans un instant.</translation>
  </message>
  <message>
   <source>Begin the stroke in a region of the drawing.</source>
   <translation>Commencez le trait dans une région du dessin.</translation>
  </message>
 </context>
 <context>
  <name>PalettePanel</name>
  <message>
   <source>Lock palette</source>
   <translation>Verrouiller la palette</translation>
  </message>
  <message>
   <source>Add the brush's colour</source>
   <translation>Ajouter la couleur du pinceau</translation>
  </message>
  <message>
   <source>Add the colours of the picture and of all hints</source>
   <translation>Ajouter les couleurs de l’image et de tous les indices</translation>
  </message>
  <message>
   <source>Open a palette: GIMP, Adobe, Procreate, #rrggbb lines…</source>
   <translation>Ouvrir une palette : GIMP, Adobe, Procreate, lignes #rrggbb…</translation>
  </message>
  <message>
   <source>Save as a GIMP palette</source>
   <translation>Enregistrer en palette GIMP</translation>
  </message>
  <message>
   <source>Swatches</source>
   <translation>Nuances</translation>
  </message>
  <message>
   <source>No swatches yet. Add the brush's colour, collect those of the hints, or drop a palette file on the window.</source>
   <translation>Pas encore de nuances. Ajoutez la couleur du pinceau, recueillez celles des indices, ou déposez un fichier de palette sur la fenêtre.</translation>
  </message>
  <message>
   <source>Colour of the swatch</source>
   <translation>Couleur de la nuance</translation>
  </message>
  <message>
   <source>Tone of the swatch</source>
   <translation>Ton de la nuance</translation>
  </message>
  <message>
   <source>set {number}</source>
   <translation>jeu {number}</translation>
  </message>
  <message>
   <source>Colour with these swatches alone; a colour between them takes the nearest</source>
   <translation>Colorer avec ces seules nuances ; une couleur entre elles prend la plus proche</translation>
  </message>
  <message>
   <source>Add swatches first: then colouring can be held to them</source>
   <translation>Ajoutez d’abord des nuances : la coloration pourra s’y tenir</translation>
  </message>
  <message>
   <source>Remove all swatches</source>
   <translation>Retirer toutes les nuances</translation>
  </message>
 </context>
 <context>
  <name>PanelDocks</name>
  <message>
   <source>Panels</source>
   <translation>Panneaux</translation>
  </message>
 </context>
 <context>
  <name>PenPage</name>
  <message>
   <source>Pen</source>
   <translation>Stylet</translation>
  </message>
  <message>
   <source> px</source>
   <translation> px</translation>
  </message>
  <message>
   <source>off</source>
   <translation>désactivé</translation>
  </message>
  <message>
   <source>Steady hand</source>
   <translation>Main stable</translation>
  </message>
  <message>
   <source>draws, in place of moving the picture</source>
   <translation>dessine, au lieu de déplacer l’image</translation>
  </message>
  <message>
   <source>Soft</source>
   <translation>Souple</translation>
  </message>
  <message>
   <source>Straight</source>
   <translation>Droite</translation>
  </message>
  <message>
   <source>Firm</source>
   <translation>Ferme</translation>
  </message>
  <message>
   <source>Strokes</source>
   <translation>Traits</translation>
  </message>
  <message>
   <source>One finger</source>
   <translation>Un doigt</translation>
  </message>
  <message>
   <source>To the right: how hard the pen is pressed. Upwards: what that counts as. Click the curve for another point and drag it; a double click takes it away.</source>
   <translation>Vers la droite : l’appui du stylet. Vers le haut : ce qu’il vaut. Un clic sur la courbe ajoute un point à glisser ; un double-clic l’enlève.</translation>
  </message>
 </context>
 <context>
  <name>PerformancePage</name>
  <message>
   <source>Performance</source>
   <translation>Performances</translation>
  </message>
  <message>
   <source>Device</source>
   <translation>Appareil</translation>
  </message>
  <message>
   <source>Automatic</source>
   <translation>Automatique</translation>
  </message>
  <message>
   <source>GPU (CUDA)</source>
   <translation>GPU (CUDA)</translation>
  </message>
  <message>
   <source>all {count}</source>
   <translation>tous ({count})</translation>
  </message>
  <message>
   <source>Processor cores</source>
   <translation>Cœurs du processeur</translation>
  </message>
  <message>
   <source> MB</source>
   <translation> Mo</translation>
  </message>
  <message>
   <source>Memory for drawings that were read</source>
   <translation>Mémoire pour les dessins lus</translation>
  </message>
  <message>
   <source>Compute on</source>
   <translation>Calculer sur</translation>
  </message>
  <message>
   <source>Memory for drawings</source>
   <translation>Mémoire pour les dessins</translation>
  </message>
  <message>
   <source>What was read of a drawing is kept in memory, so that a stroke need not wait for it. Fewer cores leave more to other programs.</source>
   <translation>Ce qui a été lu d’un dessin reste en mémoire, pour qu’un trait n’attende pas. Moins de cœurs en laissent plus aux autres programmes.</translation>
  </message>
 </context>
 <context>
  <name>PixelSlider</name>
  <message>
   <source>As the drawing's size suggests</source>
   <translation>Selon la taille du dessin</translation>
  </message>
  <message>
   <source>Usual</source>
   <translation>Habituel</translation>
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
   <translation>Taille</translation>
  </message>
  <message>
   <source> %</source>
   <translation> %</translation>
  </message>
  <message>
   <source>Angle</source>
   <translation>Angle</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>Placer</translation>
  </message>
  <message>
   <source>Make it a layer (Enter)</source>
   <translation>En faire un calque (Entrée)</translation>
  </message>
  <message>
   <source>Give up</source>
   <translation>Abandonner</translation>
  </message>
  <message>
   <source>Paste nothing (Esc)</source>
   <translation>Ne rien coller (Échap)</translation>
  </message>
 </context>
 <context>
  <name>PlaceControl</name>
  <message>
   <source>Pasted</source>
   <translation>Collé</translation>
  </message>
 </context>
 <context>
  <name>Player</name>
  <message>
   <source>Play</source>
   <translation>Lire</translation>
  </message>
  <message>
   <source>Previous frame</source>
   <translation>Image précédente</translation>
  </message>
  <message>
   <source>Next frame</source>
   <translation>Image suivante</translation>
  </message>
  <message>
   <source>Repeat</source>
   <translation>En boucle</translation>
  </message>
  <message>
   <source>Halt at colour pops</source>
   <translation>S’arrêter aux sauts de couleur</translation>
  </message>
  <message>
   <source>Play on the canvas</source>
   <translation>Lire sur le canevas</translation>
  </message>
  <message>
   <source> fps</source>
   <translation> i/s</translation>
  </message>
  <message>
   <source>Frames per second</source>
   <translation>Images par seconde</translation>
  </message>
  <message>
   <source>Frame</source>
   <translation>Image</translation>
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
   <translation>Préférences</translation>
  </message>
  <message>
   <source>Pages</source>
   <translation>Pages</translation>
  </message>
 </context>
 <context>
  <name>RecoveryKeeper</name>
  <message>
   <source>Keeping unsaved work…</source>
   <translation>Sauvegarde du travail non enregistré…</translation>
  </message>
  <message>
   <source>Unsaved work is not kept for recovery: {reason}</source>
   <translation>Le travail non enregistré n’est pas sauvegardé : {reason}</translation>
  </message>
 </context>
 <context>
  <name>ReferenceControl</name>
  <message>
   <source>Pictures ({endings});;All files (*)</source>
   <translation>Images ({endings});;Tous les fichiers (*)</translation>
  </message>
  <message>
   <source>{name}: open a line drawing first</source>
   <translation>{name} : ouvrez d’abord un dessin au trait</translation>
  </message>
  <message>
   <source>Colours come from {count} drawings</source>
   <translation>Les couleurs viennent de {count} dessins</translation>
  </message>
  <message>
   <source>Colours come from {name}</source>
   <translation>Les couleurs viennent de {name}</translation>
  </message>
  <message>
   <source>Reading {name}…</source>
   <translation>Lecture de {name}…</translation>
  </message>
  <message>
   <source>Now click the same place in the drawing; Escape gives up</source>
   <translation>Cliquez maintenant le même endroit dans le dessin ; Échap abandonne</translation>
  </message>
  <message>
   <source>Palette of the references: {count} swatches</source>
   <translation>Palette des références : {count} nuances</translation>
  </message>
 </context>
 <context>
  <name>ReferencePanel</name>
  <message>
   <source>Add coloured drawings to take colours from</source>
   <translation>Ajouter des dessins colorés dont prendre les couleurs</translation>
  </message>
  <message>
   <source>Remove the reference that is shown</source>
   <translation>Retirer la référence affichée</translation>
  </message>
  <message>
   <source>Pair places: click one here, then the same one in the drawing</source>
   <translation>Apparier des endroits : cliquez ici, puis au même endroit du dessin</translation>
  </message>
  <message>
   <source>Forget all paired places</source>
   <translation>Oublier toutes les paires</translation>
  </message>
  <message>
   <source>Make the palette of these drawings, and lock it</source>
   <translation>Faire la palette de ces dessins et la verrouiller</translation>
  </message>
  <message>
   <source>Drop coloured drawings of the same character here: a model sheet, or last week's picture. Regions take their colours from them.</source>
   <translation>Déposez ici des dessins colorés du même personnage : une feuille modèle, ou l’image de la semaine passée. Les régions y prennent leurs couleurs.</translation>
  </message>
  <message>
   <source>References</source>
   <translation>Références</translation>
  </message>
  <message>
   <source>Regions to look at</source>
   <translation>Régions à revoir</translation>
  </message>
  <message>
   <source>Reference {number}</source>
   <translation>Référence {number}</translation>
  </message>
  <message>
   <source>Open at {place} ({pixels} px)</source>
   <translation>Ouverte à {place} ({pixels} px)</translation>
  </message>
  <message>
   <source>{share} % sure at {place}</source>
   <translation>Sûre à {share} % à {place}</translation>
  </message>
  <message>
   <source>Click a place in the reference.</source>
   <translation>Cliquez un endroit de la référence.</translation>
  </message>
  <message>
   <source>Now click the same place in the drawing.</source>
   <translation>Cliquez maintenant le même endroit du dessin.</translation>
  </message>
  <message>
   <source>{told} regions coloured, {open} open, {unsure} to look at</source>
   <translation>{told} régions colorées, {open} ouvertes, {unsure} à revoir</translation>
  </message>
 </context>
 <context>
  <name>ReferenceView</name>
  <message>
   <source>Reference</source>
   <translation>Référence</translation>
  </message>
 </context>
 <context>
  <name>RegionFinder</name>
  <message>
   <source>Finding the regions…</source>
   <translation>Recherche des régions…</translation>
  </message>
 </context>
 <context>
  <name>ReportPage</name>
  <message>
   <source>The report follows when all frames are done.</source>
   <translation>Le rapport suit quand toutes les images sont faites.</translation>
  </message>
  <message>
   <source>Open report</source>
   <translation>Ouvrir le rapport</translation>
  </message>
  <message>
   <source>Contact sheet and figures, in the browser</source>
   <translation>Planche contact et chiffres, dans le navigateur</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>Suivant</translation>
  </message>
  <message>
   <source>Open the next doubtful region (D)</source>
   <translation>Ouvrir la région douteuse suivante (D)</translation>
  </message>
  <message>
   <source>Next doubtful region</source>
   <translation>Région douteuse suivante</translation>
  </message>
  <message>
   <source>Findings</source>
   <translation>Constats</translation>
  </message>
  <message>
   <source>Double-click to correct this frame</source>
   <translation>Double-cliquez pour corriger cette image</translation>
  </message>
 </context>
 <context>
  <name>SampleCard</name>
  <message>
   <source>Sample: {title}</source>
   <translation>Exemple : {title}</translation>
  </message>
 </context>
 <context>
  <name>Seeing</name>
  <message>
   <source>{keys} brings the panels back</source>
   <translation>{keys} ramène les panneaux</translation>
  </message>
 </context>
 <context>
  <name>SelectBar</name>
  <message>
   <source>Region</source>
   <translation>Région</translation>
  </message>
  <message>
   <source>A press selects a region, a loop what it holds</source>
   <translation>Un appui sélectionne une région, une boucle son contenu</translation>
  </message>
  <message>
   <source>Colour</source>
   <translation>Couleur</translation>
  </message>
  <message>
   <source>A press selects every pixel of its colour</source>
   <translation>Un appui sélectionne tous les pixels de sa couleur</translation>
  </message>
  <message>
   <source>New</source>
   <translation>Nouvelle</translation>
  </message>
  <message>
   <source>Select this alone</source>
   <translation>Ne sélectionner que ceci</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>Ajouter</translation>
  </message>
  <message>
   <source>Select this as well (Shift)</source>
   <translation>Sélectionner aussi ceci (Maj)</translation>
  </message>
  <message>
   <source>Take away</source>
   <translation>Retirer</translation>
  </message>
  <message>
   <source>Select this no longer</source>
   <translation>Ne plus sélectionner ceci</translation>
  </message>
  <message>
   <source>All</source>
   <translation>Tout</translation>
  </message>
  <message>
   <source>Select all (Ctrl+A)</source>
   <translation>Tout sélectionner (Ctrl+A)</translation>
  </message>
  <message>
   <source>None</source>
   <translation>Rien</translation>
  </message>
  <message>
   <source>Select nothing (Ctrl+Shift+A)</source>
   <translation>Ne rien sélectionner (Ctrl+Maj+A)</translation>
  </message>
  <message>
   <source>Invert</source>
   <translation>Inverser</translation>
  </message>
  <message>
   <source>Select the rest (Ctrl+Shift+I)</source>
   <translation>Sélectionner le reste (Ctrl+Maj+I)</translation>
  </message>
 </context>
 <context>
  <name>SetsRow</name>
  <message>
   <source>Colour set</source>
   <translation>Jeu de couleurs</translation>
  </message>
  <message>
   <source>The colours of a scene, as day or night. Type another name to rename it.</source>
   <translation>Les couleurs d’une scène, comme le jour ou la nuit. Un autre nom le renomme.</translation>
  </message>
  <message>
   <source>Name of the colour set</source>
   <translation>Nom du jeu de couleurs</translation>
  </message>
  <message>
   <source>One more colour set, like this one</source>
   <translation>Un autre jeu de couleurs, comme celui-ci</translation>
  </message>
  <message>
   <source>Remove this colour set</source>
   <translation>Supprimer ce jeu de couleurs</translation>
  </message>
 </context>
 <context>
  <name>Shortcuts</name>
  <message>
   <source>Move the picture, held</source>
   <translation>Déplacer l’image, maintenu</translation>
  </message>
  <message>
   <source>Turn the picture, held</source>
   <translation>Tourner l’image, maintenu</translation>
  </message>
  <message>
   <source>Show the drawing without colours, held</source>
   <translation>Montrer le dessin sans couleurs, maintenu</translation>
  </message>
 </context>
 <context>
  <name>ShortcutsPage</name>
  <message>
   <source>Keys</source>
   <translation>Touches</translation>
  </message>
  <message>
   <source>Keys as in</source>
   <translation>Touches comme dans</translation>
  </message>
  <message>
   <source>Search commands and keys</source>
   <translation>Chercher commandes et touches</translation>
  </message>
  <message>
   <source>Clear</source>
   <translation>Effacer</translation>
  </message>
  <message>
   <source>Reset</source>
   <translation>Réinitialiser</translation>
  </message>
  <message>
   <source>Reset all</source>
   <translation>Tout réinitialiser</translation>
  </message>
  <message>
   <source>Take it over</source>
   <translation>La reprendre</translation>
  </message>
  <message>
   <source>Commands</source>
   <translation>Commandes</translation>
  </message>
  <message>
   <source>Command</source>
   <translation>Commande</translation>
  </message>
  <message>
   <source>On the canvas</source>
   <translation>Sur le canevas</translation>
  </message>
  <message>
   <source>{keys} is the key of “{command}”, which would be without it.</source>
   <translation>{keys} est la touche de « {command} », qui n’en aurait plus.</translation>
  </message>
  <message>
   <source>{keys} is a key of “{command}”, which would keep its others.</source>
   <translation>{keys} est une touche de « {command} », qui garderait ses autres.</translation>
  </message>
 </context>
 <context>
  <name>SideBySide</name>
  <message>
   <source>Take a snapshot</source>
   <translation>Prendre un instantané</translation>
  </message>
  <message>
   <source>One of each generator</source>
   <translation>Un par générateur</translation>
  </message>
  <message>
   <source>Back to the drawing</source>
   <translation>Retour au dessin</translation>
  </message>
  <message>
   <source>There are no snapshots yet</source>
   <translation>Il n’y a pas encore d’instantanés</translation>
  </message>
  <message>
   <source>Colouring…</source>
   <translation>Coloration…</translation>
  </message>
  <message>
   <source>Use</source>
   <translation>Utiliser</translation>
  </message>
  <message>
   <source>Compare</source>
   <translation>Comparer</translation>
  </message>
  <message>
   <source>Forget</source>
   <translation>Oublier</translation>
  </message>
 </context>
 <context>
  <name>Snapshots</name>
  <message>
   <source>Snapshot {number}</source>
   <translation>Instantané {number}</translation>
  </message>
  <message>
   <source>{title} taken</source>
   <translation>{title} pris</translation>
  </message>
  <message>
   <source>Colouring by each generator…</source>
   <translation>Coloration par chaque générateur…</translation>
  </message>
  <message>
   <source>{title} gives no snapshot: {reason}</source>
   <translation>{title} ne donne pas d’instantané : {reason}</translation>
  </message>
  <message>
   <source>Snapshots of the generators taken</source>
   <translation>Instantanés des générateurs pris</translation>
  </message>
 </context>
 <context>
  <name>StartPage</name>
  <message>
   <source>Or try a sample</source>
   <translation>Ou essayez un exemple</translation>
  </message>
  <message>
   <source>Recent</source>
   <translation>Récents</translation>
  </message>
  <message>
   <source>Open a line drawing, or drop one here</source>
   <translation>Ouvrez un dessin au trait, ou déposez-en un ici</translation>
  </message>
  <message>
   <source>PNG, JPEG, WebP, TIFF, BMP, PSD or a Tintline project</source>
   <translation>PNG, JPEG, WebP, TIFF, BMP, PSD ou un projet Tintline</translation>
  </message>
  <message>
   <source>Open…</source>
   <translation>Ouvrir…</translation>
  </message>
  <message>
   <source>Tour of two minutes</source>
   <translation>Visite de deux minutes</translation>
  </message>
 </context>
 <context>
  <name>StatusLine</name>
  <message>
   <source>Device, stage and time of the colouring</source>
   <translation>Appareil, étape et durée de la coloration</translation>
  </message>
  <message>
   <source>Hints obeyed, and the palette lock</source>
   <translation>Indices suivis et verrou de palette</translation>
  </message>
  <message>
   <source>What decides the colours besides the hints</source>
   <translation>Ce qui décide des couleurs outre les indices</translation>
  </message>
  <message>
   <source>Zoom; click to fit the picture</source>
   <translation>Zoom ; cliquer pour ajuster l’image</translation>
  </message>
  <message>
   <source>hints obeyed {obeyed}/{visible}</source>
   <translation>indices suivis {obeyed}/{visible}</translation>
  </message>
  <message>
   <source>off palette {before} → {after} px</source>
   <translation>hors palette {before} → {after} px</translation>
  </message>
  <message>
   <source>{count} ambiguous</source>
   <translation>{count} ambigus</translation>
  </message>
  <message>
   <source>Two swatches were nearly as near:</source>
   <translation>Deux nuances étaient presque aussi proches :</translation>
  </message>
  <message>
   <source>{wanted} at {x}, {y} ({pixels} px): {chosen}, or {other}</source>
   <translation>{wanted} à {x}, {y} ({pixels} px) : {chosen}, ou {other}</translation>
  </message>
  <message>
   <source>{size} px</source>
   <translation>{size} px</translation>
  </message>
  <message>
   <source>mirrored</source>
   <translation>en miroir</translation>
  </message>
 </context>
 <context>
  <name>Swatch</name>
  <message>
   <source>Empty swatch</source>
   <translation>Nuance vide</translation>
  </message>
 </context>
 <context>
  <name>SwatchPair</name>
  <message>
   <source>Second colour {color}: click to swap</source>
   <translation>Seconde couleur {color} : cliquer pour échanger</translation>
  </message>
 </context>
 <context>
  <name>Swatches</name>
  <message>
   <source>Highlight</source>
   <translation>Reflet</translation>
  </message>
  <message>
   <source>Shade 1</source>
   <translation>Ombre 1</translation>
  </message>
  <message>
   <source>Shade 2</source>
   <translation>Ombre 2</translation>
  </message>
  <message>
   <source>shade 1</source>
   <translation>ombre 1</translation>
  </message>
  <message>
   <source>shade 2</source>
   <translation>ombre 2</translation>
  </message>
  <message>
   <source>highlight</source>
   <translation>reflet</translation>
  </message>
  <message>
   <source>Paint with {color}</source>
   <translation>Peindre avec {color}</translation>
  </message>
  <message>
   <source>Change colour…</source>
   <translation>Changer la couleur…</translation>
  </message>
  <message>
   <source>Replace by {color} everywhere</source>
   <translation>Remplacer partout par {color}</translation>
  </message>
  <message>
   <source>Merge into</source>
   <translation>Fusionner avec</translation>
  </message>
  <message>
   <source>Remove swatch</source>
   <translation>Retirer la nuance</translation>
  </message>
  <message>
   <source>Tones</source>
   <translation>Tons</translation>
  </message>
  <message>
   <source>derived</source>
   <translation>dérivé</translation>
  </message>
  <message>
   <source>The brush's colour {color}</source>
   <translation>La couleur du pinceau {color}</translation>
  </message>
  <message>
   <source>Derived by the light</source>
   <translation>Dérivé de la lumière</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>Choisir…</translation>
  </message>
 </context>
 <context>
  <name>Tags</name>
  <message>
   <source>Hair</source>
   <translation>Cheveux</translation>
  </message>
  <message>
   <source>blonde</source>
   <translation>blond</translation>
  </message>
  <message>
   <source>blonde hair</source>
   <translation>cheveux blonds</translation>
  </message>
  <message>
   <source>brown</source>
   <translation>brun</translation>
  </message>
  <message>
   <source>brown hair</source>
   <translation>cheveux bruns</translation>
  </message>
  <message>
   <source>black</source>
   <translation>noir</translation>
  </message>
  <message>
   <source>black hair</source>
   <translation>cheveux noirs</translation>
  </message>
  <message>
   <source>blue</source>
   <translation>bleu</translation>
  </message>
  <message>
   <source>blue hair</source>
   <translation>cheveux bleus</translation>
  </message>
  <message>
   <source>purple</source>
   <translation>violet</translation>
  </message>
  <message>
   <source>purple hair</source>
   <translation>cheveux violets</translation>
  </message>
  <message>
   <source>pink</source>
   <translation>rose</translation>
  </message>
  <message>
   <source>pink hair</source>
   <translation>cheveux roses</translation>
  </message>
  <message>
   <source>silver</source>
   <translation>argenté</translation>
  </message>
  <message>
   <source>silver hair</source>
   <translation>cheveux argentés</translation>
  </message>
  <message>
   <source>green</source>
   <translation>vert</translation>
  </message>
  <message>
   <source>green hair</source>
   <translation>cheveux verts</translation>
  </message>
  <message>
   <source>red</source>
   <translation>rouge</translation>
  </message>
  <message>
   <source>red hair</source>
   <translation>cheveux rouges</translation>
  </message>
  <message>
   <source>white</source>
   <translation>blanc</translation>
  </message>
  <message>
   <source>white hair</source>
   <translation>cheveux blancs</translation>
  </message>
  <message>
   <source>orange</source>
   <translation>orange</translation>
  </message>
  <message>
   <source>orange hair</source>
   <translation>cheveux orange</translation>
  </message>
  <message>
   <source>grey</source>
   <translation>gris</translation>
  </message>
  <message>
   <source>grey hair</source>
   <translation>cheveux gris</translation>
  </message>
  <message>
   <source>aqua</source>
   <translation>turquoise</translation>
  </message>
  <message>
   <source>aqua hair</source>
   <translation>cheveux turquoise</translation>
  </message>
  <message>
   <source>light brown</source>
   <translation>châtain clair</translation>
  </message>
  <message>
   <source>light brown hair</source>
   <translation>cheveux châtain clair</translation>
  </message>
  <message>
   <source>Eyes</source>
   <translation>Yeux</translation>
  </message>
  <message>
   <source>blue eyes</source>
   <translation>yeux bleus</translation>
  </message>
  <message>
   <source>red eyes</source>
   <translation>yeux rouges</translation>
  </message>
  <message>
   <source>brown eyes</source>
   <translation>yeux bruns</translation>
  </message>
  <message>
   <source>green eyes</source>
   <translation>yeux verts</translation>
  </message>
  <message>
   <source>purple eyes</source>
   <translation>yeux violets</translation>
  </message>
  <message>
   <source>yellow</source>
   <translation>jaune</translation>
  </message>
  <message>
   <source>yellow eyes</source>
   <translation>yeux jaunes</translation>
  </message>
  <message>
   <source>pink eyes</source>
   <translation>yeux roses</translation>
  </message>
  <message>
   <source>black eyes</source>
   <translation>yeux noirs</translation>
  </message>
  <message>
   <source>aqua eyes</source>
   <translation>yeux turquoise</translation>
  </message>
  <message>
   <source>orange eyes</source>
   <translation>yeux orange</translation>
  </message>
  <message>
   <source>grey eyes</source>
   <translation>yeux gris</translation>
  </message>
  <message>
   <source>Skin</source>
   <translation>Peau</translation>
  </message>
  <message>
   <source>pale</source>
   <translation>pâle</translation>
  </message>
  <message>
   <source>pale skin</source>
   <translation>peau pâle</translation>
  </message>
  <message>
   <source>light</source>
   <translation>clair</translation>
  </message>
  <message>
   <source>light skin</source>
   <translation>peau claire</translation>
  </message>
  <message>
   <source>tan</source>
   <translation>hâlé</translation>
  </message>
  <message>
   <source>brown skin</source>
   <translation>peau brune</translation>
  </message>
  <message>
   <source>dark</source>
   <translation>foncé</translation>
  </message>
  <message>
   <source>dark skin</source>
   <translation>peau foncée</translation>
  </message>
  <message>
   <source>blue skin</source>
   <translation>peau bleue</translation>
  </message>
  <message>
   <source>green skin</source>
   <translation>peau verte</translation>
  </message>
  <message>
   <source>Shirt</source>
   <translation>Chemise</translation>
  </message>
  <message>
   <source>black shirt</source>
   <translation>chemise noire</translation>
  </message>
  <message>
   <source>white shirt</source>
   <translation>chemise blanche</translation>
  </message>
  <message>
   <source>grey shirt</source>
   <translation>chemise grise</translation>
  </message>
  <message>
   <source>brown shirt</source>
   <translation>chemise brune</translation>
  </message>
  <message>
   <source>red shirt</source>
   <translation>chemise rouge</translation>
  </message>
  <message>
   <source>orange shirt</source>
   <translation>chemise orange</translation>
  </message>
  <message>
   <source>yellow shirt</source>
   <translation>chemise jaune</translation>
  </message>
  <message>
   <source>green shirt</source>
   <translation>chemise verte</translation>
  </message>
  <message>
   <source>blue shirt</source>
   <translation>chemise bleue</translation>
  </message>
  <message>
   <source>purple shirt</source>
   <translation>chemise violette</translation>
  </message>
  <message>
   <source>pink shirt</source>
   <translation>chemise rose</translation>
  </message>
  <message>
   <source>aqua shirt</source>
   <translation>chemise turquoise</translation>
  </message>
  <message>
   <source>Jacket and coat</source>
   <translation>Veste et manteau</translation>
  </message>
  <message>
   <source>black jacket</source>
   <translation>veste noire</translation>
  </message>
  <message>
   <source>white jacket</source>
   <translation>veste blanche</translation>
  </message>
  <message>
   <source>grey jacket</source>
   <translation>veste grise</translation>
  </message>
  <message>
   <source>brown jacket</source>
   <translation>veste brune</translation>
  </message>
  <message>
   <source>red jacket</source>
   <translation>veste rouge</translation>
  </message>
  <message>
   <source>orange jacket</source>
   <translation>veste orange</translation>
  </message>
  <message>
   <source>yellow jacket</source>
   <translation>veste jaune</translation>
  </message>
  <message>
   <source>green jacket</source>
   <translation>veste verte</translation>
  </message>
  <message>
   <source>blue jacket</source>
   <translation>veste bleue</translation>
  </message>
  <message>
   <source>purple jacket</source>
   <translation>veste violette</translation>
  </message>
  <message>
   <source>pink jacket</source>
   <translation>veste rose</translation>
  </message>
  <message>
   <source>aqua jacket</source>
   <translation>veste turquoise</translation>
  </message>
  <message>
   <source>Dress</source>
   <translation>Robe</translation>
  </message>
  <message>
   <source>black dress</source>
   <translation>robe noire</translation>
  </message>
  <message>
   <source>white dress</source>
   <translation>robe blanche</translation>
  </message>
  <message>
   <source>grey dress</source>
   <translation>robe grise</translation>
  </message>
  <message>
   <source>brown dress</source>
   <translation>robe brune</translation>
  </message>
  <message>
   <source>red dress</source>
   <translation>robe rouge</translation>
  </message>
  <message>
   <source>orange dress</source>
   <translation>robe orange</translation>
  </message>
  <message>
   <source>yellow dress</source>
   <translation>robe jaune</translation>
  </message>
  <message>
   <source>green dress</source>
   <translation>robe verte</translation>
  </message>
  <message>
   <source>blue dress</source>
   <translation>robe bleue</translation>
  </message>
  <message>
   <source>purple dress</source>
   <translation>robe violette</translation>
  </message>
  <message>
   <source>pink dress</source>
   <translation>robe rose</translation>
  </message>
  <message>
   <source>aqua dress</source>
   <translation>robe turquoise</translation>
  </message>
  <message>
   <source>Skirt</source>
   <translation>Jupe</translation>
  </message>
  <message>
   <source>black skirt</source>
   <translation>jupe noire</translation>
  </message>
  <message>
   <source>white skirt</source>
   <translation>jupe blanche</translation>
  </message>
  <message>
   <source>grey skirt</source>
   <translation>jupe grise</translation>
  </message>
  <message>
   <source>brown skirt</source>
   <translation>jupe brune</translation>
  </message>
  <message>
   <source>red skirt</source>
   <translation>jupe rouge</translation>
  </message>
  <message>
   <source>orange skirt</source>
   <translation>jupe orange</translation>
  </message>
  <message>
   <source>yellow skirt</source>
   <translation>jupe jaune</translation>
  </message>
  <message>
   <source>green skirt</source>
   <translation>jupe verte</translation>
  </message>
  <message>
   <source>blue skirt</source>
   <translation>jupe bleue</translation>
  </message>
  <message>
   <source>purple skirt</source>
   <translation>jupe violette</translation>
  </message>
  <message>
   <source>pink skirt</source>
   <translation>jupe rose</translation>
  </message>
  <message>
   <source>aqua skirt</source>
   <translation>jupe turquoise</translation>
  </message>
  <message>
   <source>Trousers</source>
   <translation>Pantalon</translation>
  </message>
  <message>
   <source>black pants</source>
   <translation>pantalon noir</translation>
  </message>
  <message>
   <source>white pants</source>
   <translation>pantalon blanc</translation>
  </message>
  <message>
   <source>grey pants</source>
   <translation>pantalon gris</translation>
  </message>
  <message>
   <source>brown pants</source>
   <translation>pantalon brun</translation>
  </message>
  <message>
   <source>red pants</source>
   <translation>pantalon rouge</translation>
  </message>
  <message>
   <source>orange pants</source>
   <translation>pantalon orange</translation>
  </message>
  <message>
   <source>yellow pants</source>
   <translation>pantalon jaune</translation>
  </message>
  <message>
   <source>green pants</source>
   <translation>pantalon vert</translation>
  </message>
  <message>
   <source>blue pants</source>
   <translation>pantalon bleu</translation>
  </message>
  <message>
   <source>purple pants</source>
   <translation>pantalon violet</translation>
  </message>
  <message>
   <source>pink pants</source>
   <translation>pantalon rose</translation>
  </message>
  <message>
   <source>aqua pants</source>
   <translation>pantalon turquoise</translation>
  </message>
  <message>
   <source>Legwear</source>
   <translation>Bas et collants</translation>
  </message>
  <message>
   <source>black legwear</source>
   <translation>bas noirs</translation>
  </message>
  <message>
   <source>white legwear</source>
   <translation>bas blancs</translation>
  </message>
  <message>
   <source>grey legwear</source>
   <translation>bas gris</translation>
  </message>
  <message>
   <source>brown legwear</source>
   <translation>bas bruns</translation>
  </message>
  <message>
   <source>red legwear</source>
   <translation>bas rouges</translation>
  </message>
  <message>
   <source>orange legwear</source>
   <translation>bas orange</translation>
  </message>
  <message>
   <source>yellow legwear</source>
   <translation>bas jaunes</translation>
  </message>
  <message>
   <source>green legwear</source>
   <translation>bas verts</translation>
  </message>
  <message>
   <source>blue legwear</source>
   <translation>bas bleus</translation>
  </message>
  <message>
   <source>purple legwear</source>
   <translation>bas violets</translation>
  </message>
  <message>
   <source>pink legwear</source>
   <translation>bas roses</translation>
  </message>
  <message>
   <source>aqua legwear</source>
   <translation>bas turquoise</translation>
  </message>
  <message>
   <source>Footwear</source>
   <translation>Chaussures</translation>
  </message>
  <message>
   <source>black footwear</source>
   <translation>chaussures noires</translation>
  </message>
  <message>
   <source>white footwear</source>
   <translation>chaussures blanches</translation>
  </message>
  <message>
   <source>grey footwear</source>
   <translation>chaussures grises</translation>
  </message>
  <message>
   <source>brown footwear</source>
   <translation>chaussures brunes</translation>
  </message>
  <message>
   <source>red footwear</source>
   <translation>chaussures rouges</translation>
  </message>
  <message>
   <source>orange footwear</source>
   <translation>chaussures orange</translation>
  </message>
  <message>
   <source>yellow footwear</source>
   <translation>chaussures jaunes</translation>
  </message>
  <message>
   <source>green footwear</source>
   <translation>chaussures vertes</translation>
  </message>
  <message>
   <source>blue footwear</source>
   <translation>chaussures bleues</translation>
  </message>
  <message>
   <source>purple footwear</source>
   <translation>chaussures violettes</translation>
  </message>
  <message>
   <source>pink footwear</source>
   <translation>chaussures roses</translation>
  </message>
  <message>
   <source>aqua footwear</source>
   <translation>chaussures turquoise</translation>
  </message>
  <message>
   <source>Hat</source>
   <translation>Chapeau</translation>
  </message>
  <message>
   <source>black hat</source>
   <translation>chapeau noir</translation>
  </message>
  <message>
   <source>white hat</source>
   <translation>chapeau blanc</translation>
  </message>
  <message>
   <source>grey hat</source>
   <translation>chapeau gris</translation>
  </message>
  <message>
   <source>brown hat</source>
   <translation>chapeau brun</translation>
  </message>
  <message>
   <source>red hat</source>
   <translation>chapeau rouge</translation>
  </message>
  <message>
   <source>orange hat</source>
   <translation>chapeau orange</translation>
  </message>
  <message>
   <source>yellow hat</source>
   <translation>chapeau jaune</translation>
  </message>
  <message>
   <source>green hat</source>
   <translation>chapeau vert</translation>
  </message>
  <message>
   <source>blue hat</source>
   <translation>chapeau bleu</translation>
  </message>
  <message>
   <source>purple hat</source>
   <translation>chapeau violet</translation>
  </message>
  <message>
   <source>pink hat</source>
   <translation>chapeau rose</translation>
  </message>
  <message>
   <source>aqua hat</source>
   <translation>chapeau turquoise</translation>
  </message>
  <message>
   <source>Glasses</source>
   <translation>Lunettes</translation>
  </message>
  <message>
   <source>black eyewear</source>
   <translation>lunettes noires</translation>
  </message>
  <message>
   <source>red eyewear</source>
   <translation>lunettes rouges</translation>
  </message>
  <message>
   <source>blue eyewear</source>
   <translation>lunettes bleues</translation>
  </message>
  <message>
   <source>brown eyewear</source>
   <translation>lunettes brunes</translation>
  </message>
  <message>
   <source>grey eyewear</source>
   <translation>lunettes grises</translation>
  </message>
  <message>
   <source>Ribbon and bow</source>
   <translation>Ruban et nœud</translation>
  </message>
  <message>
   <source>black ribbon</source>
   <translation>ruban noir</translation>
  </message>
  <message>
   <source>white ribbon</source>
   <translation>ruban blanc</translation>
  </message>
  <message>
   <source>grey ribbon</source>
   <translation>ruban gris</translation>
  </message>
  <message>
   <source>brown ribbon</source>
   <translation>ruban brun</translation>
  </message>
  <message>
   <source>red ribbon</source>
   <translation>ruban rouge</translation>
  </message>
  <message>
   <source>orange ribbon</source>
   <translation>ruban orange</translation>
  </message>
  <message>
   <source>yellow ribbon</source>
   <translation>ruban jaune</translation>
  </message>
  <message>
   <source>green ribbon</source>
   <translation>ruban vert</translation>
  </message>
  <message>
   <source>blue ribbon</source>
   <translation>ruban bleu</translation>
  </message>
  <message>
   <source>purple ribbon</source>
   <translation>ruban violet</translation>
  </message>
  <message>
   <source>pink ribbon</source>
   <translation>ruban rose</translation>
  </message>
  <message>
   <source>aqua ribbon</source>
   <translation>ruban turquoise</translation>
  </message>
  <message>
   <source>Neckwear</source>
   <translation>Cravate et foulard</translation>
  </message>
  <message>
   <source>black neckwear</source>
   <translation>cravate noire</translation>
  </message>
  <message>
   <source>white neckwear</source>
   <translation>cravate blanche</translation>
  </message>
  <message>
   <source>grey neckwear</source>
   <translation>cravate grise</translation>
  </message>
  <message>
   <source>brown neckwear</source>
   <translation>cravate brune</translation>
  </message>
  <message>
   <source>red neckwear</source>
   <translation>cravate rouge</translation>
  </message>
  <message>
   <source>orange neckwear</source>
   <translation>cravate orange</translation>
  </message>
  <message>
   <source>yellow neckwear</source>
   <translation>cravate jaune</translation>
  </message>
  <message>
   <source>green neckwear</source>
   <translation>cravate verte</translation>
  </message>
  <message>
   <source>blue neckwear</source>
   <translation>cravate bleue</translation>
  </message>
  <message>
   <source>purple neckwear</source>
   <translation>cravate violette</translation>
  </message>
  <message>
   <source>pink neckwear</source>
   <translation>cravate rose</translation>
  </message>
  <message>
   <source>aqua neckwear</source>
   <translation>cravate turquoise</translation>
  </message>
  <message>
   <source>Gloves</source>
   <translation>Gants</translation>
  </message>
  <message>
   <source>black gloves</source>
   <translation>gants noirs</translation>
  </message>
  <message>
   <source>white gloves</source>
   <translation>gants blancs</translation>
  </message>
  <message>
   <source>brown gloves</source>
   <translation>gants bruns</translation>
  </message>
  <message>
   <source>red gloves</source>
   <translation>gants rouges</translation>
  </message>
  <message>
   <source>blue gloves</source>
   <translation>gants bleus</translation>
  </message>
  <message>
   <source>grey gloves</source>
   <translation>gants gris</translation>
  </message>
  <message>
   <source>Lips</source>
   <translation>Lèvres</translation>
  </message>
  <message>
   <source>red lips</source>
   <translation>lèvres rouges</translation>
  </message>
  <message>
   <source>pink lips</source>
   <translation>lèvres roses</translation>
  </message>
  <message>
   <source>brown lips</source>
   <translation>lèvres brunes</translation>
  </message>
  <message>
   <source>black lips</source>
   <translation>lèvres noires</translation>
  </message>
  <message>
   <source>Background</source>
   <translation>Fond</translation>
  </message>
  <message>
   <source>white background</source>
   <translation>fond blanc</translation>
  </message>
  <message>
   <source>grey background</source>
   <translation>fond gris</translation>
  </message>
  <message>
   <source>blue background</source>
   <translation>fond bleu</translation>
  </message>
  <message>
   <source>pink background</source>
   <translation>fond rose</translation>
  </message>
  <message>
   <source>yellow background</source>
   <translation>fond jaune</translation>
  </message>
  <message>
   <source>black background</source>
   <translation>fond noir</translation>
  </message>
  <message>
   <source>green background</source>
   <translation>fond vert</translation>
  </message>
  <message>
   <source>red background</source>
   <translation>fond rouge</translation>
  </message>
  <message>
   <source>brown background</source>
   <translation>fond brun</translation>
  </message>
  <message>
   <source>purple background</source>
   <translation>fond violet</translation>
  </message>
  <message>
   <source>orange background</source>
   <translation>fond orange</translation>
  </message>
  <message>
   <source>beige</source>
   <translation>beige</translation>
  </message>
  <message>
   <source>beige background</source>
   <translation>fond beige</translation>
  </message>
  <message>
   <source>aqua background</source>
   <translation>fond turquoise</translation>
  </message>
  <message>
   <source>Another colour for {part}, now {color}</source>
   <translation>Une autre couleur pour {part}, maintenant {color}</translation>
  </message>
  <message>
   <source>{tag}: {title} has not learned this tag</source>
   <translation>{tag} : {title} n’a pas appris cette étiquette</translation>
  </message>
 </context>
 <context>
  <name>TagsPanel</name>
  <message>
   <source>Search tags</source>
   <translation>Chercher des étiquettes</translation>
  </message>
  <message>
   <source>No tag has this name.</source>
   <translation>Aucune étiquette de ce nom.</translation>
  </message>
  <message>
   <source>Colour of the part</source>
   <translation>Couleur de la partie</translation>
  </message>
  <message>
   <source>Remove this tag</source>
   <translation>Retirer cette étiquette</translation>
  </message>
  <message>
   <source>Remove {tag}</source>
   <translation>Retirer {tag}</translation>
  </message>
 </context>
 <context>
  <name>TestField</name>
  <message>
   <source>Test field for the pen</source>
   <translation>Champ d’essai du stylet</translation>
  </message>
  <message>
   <source>Try the pen here</source>
   <translation>Essayez le stylet ici</translation>
  </message>
 </context>
 <context>
  <name>ThemeMenu</name>
  <message>
   <source>As the &amp;system</source>
   <translation>&amp;Comme le système</translation>
  </message>
  <message>
   <source>&amp;Dark</source>
   <translation>&amp;Sombre</translation>
  </message>
  <message>
   <source>&amp;Light</source>
   <translation>C&amp;lair</translation>
  </message>
  <message>
   <source>T&amp;heme</source>
   <translation>Thème</translation>
  </message>
 </context>
 <context>
  <name>TintButton</name>
  <message>
   <source>derived from each colour</source>
   <translation>dérivée de chaque couleur</translation>
  </message>
  <message>
   <source>Derived from each colour</source>
   <translation>Dérivée de chaque couleur</translation>
  </message>
  <message>
   <source>The brush's colour {color}</source>
   <translation>La couleur du pinceau {color}</translation>
  </message>
 </context>
 <context>
  <name>ToolColumn</name>
  <message>
   <source>Tools</source>
   <translation>Outils</translation>
  </message>
 </context>
 <context>
  <name>ToolTips</name>
  <message>
   <source>A dot of colour: everything that belongs together takes it.</source>
   <translation>Un point de couleur : tout ce qui va ensemble la prend.</translation>
  </message>
  <message>
   <source>A stroke of colour says what things are. On a paint layer it paints.</source>
   <translation>Un trait de couleur dit ce qu’est chaque chose. Sur un calque de peinture, il peint.</translation>
  </message>
  <message>
   <source>Gives one region exactly this colour, and changes nothing else.</source>
   <translation>Donne exactement cette couleur à une région, et ne change rien d’autre.</translation>
  </message>
  <message>
   <source>Fills every region that the loop holds.</source>
   <translation>Remplit toutes les régions que la boucle contient.</translation>
  </message>
  <message>
   <source>A line that is not drawn, and that no colour crosses.</source>
   <translation>Une ligne qui n’est pas dessinée, et qu’aucune couleur ne franchit.</translation>
  </message>
  <message>
   <source>Makes one region of all those that it leads through.</source>
   <translation>Fait une seule région de toutes celles qu’il traverse.</translation>
  </message>
  <message>
   <source>Shade or light by hand, where the lamp does not know better.</source>
   <translation>Ombre ou lumière à la main, là où la lampe ne suffit pas.</translation>
  </message>
  <message>
   <source>Takes hints and marks away, and paint on a paint layer.</source>
   <translation>Enlève indices et marques, et la peinture sur un calque de peinture.</translation>
  </message>
  <message>
   <source>Chooses where paint may go: by region, by colour or by a loop.</source>
   <translation>Choisit où la peinture peut aller : par région, par couleur ou par une boucle.</translation>
  </message>
  <message>
   <source>Drags a hint to where it says more.</source>
   <translation>Fait glisser un indice là où il en dit plus.</translation>
  </message>
  <message>
   <source>Takes a colour out of the picture.</source>
   <translation>Prend une couleur dans l’image.</translation>
  </message>
  <message>
   <source>Moves the picture in the window.</source>
   <translation>Déplace l’image dans la fenêtre.</translation>
  </message>
 </context>
 <context>
  <name>Tour</name>
  <message>
   <source>The sample drawings are missing; reinstall Tintline.</source>
   <translation>Les exemples sont introuvables ; réinstallez Tintline.</translation>
  </message>
  <message>
   <source>Say one colour</source>
   <translation>Indiquez une couleur</translation>
  </message>
  <message>
   <source>Draw a short stroke on the hair. Everything that belongs to it takes the colour.</source>
   <translation>Tracez un petit trait sur les cheveux. Tout ce qui en fait partie prend la couleur.</translation>
  </message>
  <message>
   <source>Choose another</source>
   <translation>Choisissez-en une autre</translation>
  </message>
  <message>
   <source>Press another hue on the ring, then a tone in its middle.</source>
   <translation>Cliquez une autre teinte sur l’anneau, puis un ton au milieu.</translation>
  </message>
  <message>
   <source>Say it where it is wrong</source>
   <translation>Corrigez où il le faut</translation>
  </message>
  <message>
   <source>Draw on the clothes, or wherever you want that colour. A few strokes are enough.</source>
   <translation>Tracez sur les vêtements, ou là où vous voulez cette couleur. Quelques traits suffisent.</translation>
  </message>
  <message>
   <source>Take it back</source>
   <translation>Revenez en arrière</translation>
  </message>
  <message>
   <source>{keys} takes the last step back. Nothing that you try is lost or final.</source>
   <translation>{keys} annule la dernière étape. Rien de ce que vous essayez n’est perdu ni définitif.</translation>
  </message>
  <message>
   <source>This button takes the last step back. Nothing that you try is lost or final.</source>
   <translation>Ce bouton annule la dernière étape. Rien de ce que vous essayez n’est perdu ni définitif.</translation>
  </message>
  <message>
   <source>Or name colours</source>
   <translation>Ou nommez les couleurs</translation>
  </message>
  <message>
   <source>Press a colour in this list: the hair, eyes or clothes take it by name.</source>
   <translation>Cliquez une couleur de la liste : cheveux, yeux ou vêtements la prennent par son nom.</translation>
  </message>
  <message>
   <source>Turn the light</source>
   <translation>Tournez la lumière</translation>
  </message>
  <message>
   <source>Drag the sun around its ring. Shade and highlights follow it.</source>
   <translation>Faites glisser le soleil sur son anneau. Ombres et reflets le suivent.</translation>
  </message>
  <message>
   <source>Look beneath</source>
   <translation>Regardez dessous</translation>
  </message>
  <message>
   <source>Lines, colours and hints are layers. Press an eye to hide one. Your drawing itself is never changed.</source>
   <translation>Traits, couleurs et indices sont des calques. Un œil en masque un. Votre dessin n’est jamais modifié.</translation>
  </message>
  <message>
   <source>Take it home</source>
   <translation>Emportez-le</translation>
  </message>
  <message>
   <source>This button writes a picture. The File menu writes PSD and OpenRaster with all layers for other programs. Then open a drawing of your own.</source>
   <translation>Ce bouton écrit une image. Le menu Fichier écrit PSD et OpenRaster avec tous les calques pour d’autres logiciels. Ouvrez ensuite un dessin à vous.</translation>
  </message>
 </context>
 <context>
  <name>Workspaces</name>
  <message>
   <source>&amp;Workspace</source>
   <translation>E&amp;space de travail</translation>
  </message>
  <message>
   <source>&amp;Save the panels as…</source>
   <translation>&amp;Enregistrer les panneaux sous…</translation>
  </message>
  <message>
   <source>&amp;Reset the panels</source>
   <translation>&amp;Réinitialiser les panneaux</translation>
  </message>
  <message>
   <source>Workspace</source>
   <translation>Espace de travail</translation>
  </message>
  <message>
   <source>Name of the workspace</source>
   <translation>Nom de l’espace de travail</translation>
  </message>
 </context>
 <context>
  <name>WorkspacesPage</name>
  <message>
   <source>Workspaces</source>
   <translation>Espaces de travail</translation>
  </message>
  <message>
   <source>A workspace is where the panels lie. Switch in the menu View.</source>
   <translation>Un espace de travail est la place des panneaux. On en change dans le menu Affichage.</translation>
  </message>
  <message>
   <source>Save the panels as…</source>
   <translation>Enregistrer les panneaux sous…</translation>
  </message>
  <message>
   <source>Switch to it</source>
   <translation>Y passer</translation>
  </message>
  <message>
   <source>Rename…</source>
   <translation>Renommer…</translation>
  </message>
  <message>
   <source>Forget</source>
   <translation>Oublier</translation>
  </message>
  <message>
   <source>Reset the panels</source>
   <translation>Réinitialiser les panneaux</translation>
  </message>
  <message>
   <source>Name of the workspace</source>
   <translation>Nom de l’espace de travail</translation>
  </message>
  <message>
   <source>Workspace</source>
   <translation>Espace de travail</translation>
  </message>
 </context>
</TS>
