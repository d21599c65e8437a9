<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
 <context>
  <name>Actions</name>
  <message>
   <source>&amp;File</source>
   <translation>&amp;Archivo</translation>
  </message>
  <message>
   <source>&amp;Edit</source>
   <translation>&amp;Edición</translation>
  </message>
  <message>
   <source>&amp;Select</source>
   <translation>&amp;Selección</translation>
  </message>
  <message>
   <source>&amp;Layer</source>
   <translation>&amp;Capa</translation>
  </message>
  <message>
   <source>&amp;Tools</source>
   <translation>&amp;Herramientas</translation>
  </message>
  <message>
   <source>&amp;View</source>
   <translation>&amp;Ver</translation>
  </message>
  <message>
   <source>&amp;Colour</source>
   <translation>C&amp;olor</translation>
  </message>
  <message>
   <source>&amp;Animation</source>
   <translation>A&amp;nimación</translation>
  </message>
  <message>
   <source>&amp;Help</source>
   <translation>A&amp;yuda</translation>
  </message>
  <message>
   <source>&amp;Open…</source>
   <translation>&amp;Abrir…</translation>
  </message>
  <message>
   <source>Open with colour-&amp;trace lines…</source>
   <translation>Abrir &amp;con líneas de colour-trace…</translation>
  </message>
  <message>
   <source>Open animation &amp;frames…</source>
   <translation>Abrir &amp;fotogramas de animación…</translation>
  </message>
  <message>
   <source>&amp;Save project</source>
   <translation>&amp;Guardar proyecto</translation>
  </message>
  <message>
   <source>Save project &amp;as…</source>
   <translation>Guardar &amp;proyecto como…</translation>
  </message>
  <message>
   <source>&amp;Export PNG…</source>
   <translation>&amp;Exportar PNG…</translation>
  </message>
  <message>
   <source>Export Open&amp;Raster…</source>
   <translation>Exportar &amp;OpenRaster…</translation>
  </message>
  <message>
   <source>Export &amp;PSD…</source>
   <translation>E&amp;xportar PSD…</translation>
  </message>
  <message>
   <source>Export paint for Open&amp;Toonz…</source>
   <translation>Expo&amp;rtar color para OpenToonz…</translation>
  </message>
  <message>
   <source>One &amp;layer a colour</source>
   <translation>&amp;Una capa por color</translation>
  </message>
  <message>
   <source>&amp;Transparent layers</source>
   <translation>Capas &amp;transparentes</translation>
  </message>
  <message>
   <source>&amp;Quit</source>
   <translation>&amp;Salir</translation>
  </message>
  <message>
   <source>&amp;Undo</source>
   <translation>&amp;Deshacer</translation>
  </message>
  <message>
   <source>&amp;Redo</source>
   <translation>&amp;Rehacer</translation>
  </message>
  <message>
   <source>Cu&amp;t</source>
   <translation>&amp;Cortar</translation>
  </message>
  <message>
   <source>&amp;Copy</source>
   <translation>C&amp;opiar</translation>
  </message>
  <message>
   <source>&amp;Paste</source>
   <translation>&amp;Pegar</translation>
  </message>
  <message>
   <source>Clear all &amp;hints</source>
   <translation>&amp;Borrar todas las pistas</translation>
  </message>
  <message>
   <source>Clear all b&amp;arriers</source>
   <translation>Borrar &amp;todas las barreras</translation>
  </message>
  <message>
   <source>Clear all &amp;joins of regions</source>
   <translation>Borrar todas &amp;las uniones de regiones</translation>
  </message>
  <message>
   <source>Clear all painted &amp;light</source>
   <translation>Borr&amp;ar toda la luz pintada</translation>
  </message>
  <message>
   <source>Clear all &amp;tags</source>
   <translation>Borrar todas las &amp;etiquetas</translation>
  </message>
  <message>
   <source>&amp;Import hints…</source>
   <translation>&amp;Importar pistas…</translation>
  </message>
  <message>
   <source>Sa&amp;ve hints…</source>
   <translation>&amp;Guardar pistas…</translation>
  </message>
  <message>
   <source>Pre&amp;ferences…</source>
   <translation>Pre&amp;ferencias…</translation>
  </message>
  <message>
   <source>&amp;All</source>
   <translation>&amp;Todo</translation>
  </message>
  <message>
   <source>&amp;Nothing</source>
   <translation>&amp;Nada</translation>
  </message>
  <message>
   <source>&amp;Invert</source>
   <translation>&amp;Invertir</translation>
  </message>
  <message>
   <source>&amp;Delete what is painted there</source>
   <translation>&amp;Eliminar lo pintado ahí</translation>
  </message>
  <message>
   <source>&amp;Add a paint layer</source>
   <translation>&amp;Añadir una capa de pintura</translation>
  </message>
  <message>
   <source>&amp;Rename…</source>
   <translation>&amp;Renombrar…</translation>
  </message>
  <message>
   <source>&amp;Group</source>
   <translation>A&amp;grupar</translation>
  </message>
  <message>
   <source>&amp;Ungroup</source>
   <translation>Desagr&amp;upar</translation>
  </message>
  <message>
   <source>&amp;Merge down</source>
   <translation>&amp;Combinar hacia abajo</translation>
  </message>
  <message>
   <source>&amp;Delete layer</source>
   <translation>&amp;Eliminar capa</translation>
  </message>
  <message>
   <source>&amp;Lock alpha</source>
   <translation>&amp;Bloquear alfa</translation>
  </message>
  <message>
   <source>&amp;Clip to regions</source>
   <translation>&amp;Limitar a regiones</translation>
  </message>
  <message>
   <source>&amp;Point hint</source>
   <translation>&amp;Pista de punto</translation>
  </message>
  <message>
   <source>&amp;Brush</source>
   <translation>P&amp;incel</translation>
  </message>
  <message>
   <source>&amp;Fill region</source>
   <translation>&amp;Rellenar región</translation>
  </message>
  <message>
   <source>Enc&amp;lose and fill</source>
   <translation>Rodear &amp;y rellenar</translation>
  </message>
  <message>
   <source>Barrie&amp;r</source>
   <translation>&amp;Barrera</translation>
  </message>
  <message>
   <source>&amp;Join regions</source>
   <translation>&amp;Unir regiones</translation>
  </message>
  <message>
   <source>&amp;Shadow brush</source>
   <translation>Pincel &amp;de sombra</translation>
  </message>
  <message>
   <source>&amp;Eraser</source>
   <translation>B&amp;orrador</translation>
  </message>
  <message>
   <source>Se&amp;lect</source>
   <translation>&amp;Seleccionar</translation>
  </message>
  <message>
   <source>Mo&amp;ve hint</source>
   <translation>&amp;Mover pista</translation>
  </message>
  <message>
   <source>Colour p&amp;icker</source>
   <translation>&amp;Cuentagotas</translation>
  </message>
  <message>
   <source>&amp;Hand</source>
   <translation>M&amp;ano</translation>
  </message>
  <message>
   <source>&amp;Keep regions as they are</source>
   <translation>Mantener &amp;las regiones como están</translation>
  </message>
  <message>
   <source>Leave regions &amp;uncoloured</source>
   <translation>D&amp;ejar las regiones sin color</translation>
  </message>
  <message>
   <source>&amp;Next region without a colour</source>
   <translation>Si&amp;guiente región sin color</translation>
  </message>
  <message>
   <source>&amp;Last region without a colour</source>
   <translation>A&amp;nterior región sin color</translation>
  </message>
  <message>
   <source>Fill that regi&amp;on and go on</source>
   <translation>Rellenar esa región y seguir</translation>
  </message>
  <message>
   <source>&amp;Larger brush</source>
   <translation>Pincel más grande</translation>
  </message>
  <message>
   <source>&amp;Smaller brush</source>
   <translation>Pincel más pe&amp;queño</translation>
  </message>
  <message>
   <source>Pressure changes si&amp;ze</source>
   <translation>La presión cambia el &amp;tamaño</translation>
  </message>
  <message>
   <source>Zoom &amp;in</source>
   <translation>&amp;Acercar</translation>
  </message>
  <message>
   <source>Zoom &amp;out</source>
   <translation>A&amp;lejar</translation>
  </message>
  <message>
   <source>&amp;Fit to window</source>
   <translation>Ajustar a la &amp;ventana</translation>
  </message>
  <message>
   <source>&amp;100 %</source>
   <translation>&amp;100 %</translation>
  </message>
  <message>
   <source>Rotate &amp;left</source>
   <translation>&amp;Girar a la izquierda</translation>
  </message>
  <message>
   <source>Rotate &amp;right</source>
   <translation>Girar a la &amp;derecha</translation>
  </message>
  <message>
   <source>&amp;Upright</source>
   <translation>&amp;Enderezar</translation>
  </message>
  <message>
   <source>&amp;Mirror the view</source>
   <translation>&amp;Reflejar la vista</translation>
  </message>
  <message>
   <source>&amp;Canvas only</source>
   <translation>&amp;Solo el lienzo</translation>
  </message>
  <message>
   <source>F&amp;ull screen</source>
   <translation>&amp;Pantalla completa</translation>
  </message>
  <message>
   <source>&amp;Before and after</source>
   <translation>Antes &amp;y después</translation>
  </message>
  <message>
   <source>Take a &amp;snapshot</source>
   <translation>&amp;Tomar una instantánea</translation>
  </message>
  <message>
   <source>Snapshots side &amp;by side</source>
   <translation>&amp;Instantáneas en paralelo</translation>
  </message>
  <message>
   <source>A snapshot of &amp;each generator</source>
   <translation>&amp;Una instantánea por generador</translation>
  </message>
  <message>
   <source>Mini ma&amp;p</source>
   <translation>&amp;Minimapa</translation>
  </message>
  <message>
   <source>Pi&amp;xel grid</source>
   <translation>&amp;Cuadrícula de píxeles</translation>
  </message>
  <message>
   <source>Show &amp;hints</source>
   <translation>M&amp;ostrar pistas</translation>
  </message>
  <message>
   <source>Show &amp;gaps in the lines</source>
   <translation>Mostrar &amp;huecos en las líneas</translation>
  </message>
  <message>
   <source>Show &amp;regions</source>
   <translation>Mostrar regio&amp;nes</translation>
  </message>
  <message>
   <source>&amp;Play on the canvas</source>
   <translation>&amp;Reproducir en el lienzo</translation>
  </message>
  <message>
   <source>Frame &amp;before</source>
   <translation>&amp;Fotograma anterior</translation>
  </message>
  <message>
   <source>Frame &amp;after</source>
   <translation>Fotograma &amp;siguiente</translation>
  </message>
  <message>
   <source>&amp;Next doubtful region</source>
   <translation>Siguiente región &amp;dudosa</translation>
  </message>
  <message>
   <source>&amp;Last doubtful region</source>
   <translation>&amp;Anterior región dudosa</translation>
  </message>
  <message>
   <source>Next colour &amp;pop</source>
   <translation>Siguiente salto de &amp;color</translation>
  </message>
  <message>
   <source>&amp;Live colour</source>
   <translation>&amp;Color en vivo</translation>
  </message>
  <message>
   <source>Colour &amp;now</source>
   <translation>Colorear &amp;ahora</translation>
  </message>
  <message>
   <source>L&amp;ight</source>
   <translation>&amp;Luz</translation>
  </message>
  <message>
   <source>S&amp;wap both colours</source>
   <translation>&amp;Intercambiar ambos colores</translation>
  </message>
  <message>
   <source>&amp;Add the brush's colour to the palette</source>
   <translation>Añadir &amp;el color del pincel a la paleta</translation>
  </message>
  <message>
   <source>Next colour s&amp;et</source>
   <translation>&amp;Siguiente juego de colores</translation>
  </message>
  <message>
   <source>&amp;Open palette…</source>
   <translation>Abrir &amp;paleta…</translation>
  </message>
  <message>
   <source>&amp;Save palette…</source>
   <translation>&amp;Guardar paleta…</translation>
  </message>
  <message>
   <source>&amp;Manual</source>
   <translation>&amp;Manual</translation>
  </message>
  <message>
   <source>&amp;Tour of two minutes</source>
   <translation>&amp;Recorrido de dos minutos</translation>
  </message>
  <message>
   <source>&amp;Pen, mouse and keys</source>
   <translation>&amp;Lápiz, ratón y teclas</translation>
  </message>
  <message>
   <source>&amp;About Tintline</source>
   <translation>&amp;Acerca de Tintline</translation>
  </message>
  <message>
   <source>&amp;Undo {step}</source>
   <translation>&amp;Deshacer: {step}</translation>
  </message>
  <message>
   <source>there is nothing to take back</source>
   <translation>no hay nada que deshacer</translation>
  </message>
  <message>
   <source>&amp;Redo {step}</source>
   <translation>&amp;Rehacer: {step}</translation>
  </message>
  <message>
   <source>there is nothing to do again</source>
   <translation>no hay nada que rehacer</translation>
  </message>
  <message>
   <source>open a drawing first</source>
   <translation>abra antes un dibujo</translation>
  </message>
  <message>
   <source>there are no hints</source>
   <translation>no hay pistas</translation>
  </message>
  <message>
   <source>there are no barriers</source>
   <translation>no hay barreras</translation>
  </message>
  <message>
   <source>no regions are joined</source>
   <translation>no hay regiones unidas</translation>
  </message>
  <message>
   <source>no shade or light is painted</source>
   <translation>no hay sombra ni luz pintada</translation>
  </message>
  <message>
   <source>there are no tags</source>
   <translation>no hay etiquetas</translation>
  </message>
  <message>
   <source>nothing is selected</source>
   <translation>no hay nada seleccionado</translation>
  </message>
  <message>
   <source>choose a paint layer first</source>
   <translation>elija antes una capa de pintura</translation>
  </message>
  <message>
   <source>the palette has no swatches</source>
   <translation>la paleta no tiene muestras</translation>
  </message>
  <message>
   <source>choose a group first</source>
   <translation>elija primero un grupo</translation>
  </message>
  <message>
   <source>no visible paint layer lies right below</source>
   <translation>no hay una capa de pintura visible justo debajo</translation>
  </message>
 </context>
 <context>
  <name>Animation</name>
  <message>
   <source>Failed</source>
   <translation>Fallido</translation>
  </message>
  <message>
   <source>Not coloured yet</source>
   <translation>Aún sin colorear</translation>
  </message>
  <message>
   <source>Unfilled</source>
   <translation>Sin rellenar</translation>
  </message>
  <message>
   <source>Left open</source>
   <translation>Sin decidir</translation>
  </message>
  <message>
   <source>Off palette</source>
   <translation>Fuera de la paleta</translation>
  </message>
  <message>
   <source>Flicker</source>
   <translation>Parpadeo</translation>
  </message>
  <message>
   <source>Colour pop</source>
   <translation>Salto de color</translation>
  </message>
  <message>
   <source>Islands</source>
   <translation>Islas</translation>
  </message>
  <message>
   <source>Low confidence</source>
   <translation>Poco seguro</translation>
  </message>
  <message>
   <source>New regions</source>
   <translation>Regiones nuevas</translation>
  </message>
  <message>
   <source>Light not turned</source>
   <translation>Luz sin girar</translation>
  </message>
  <message>
   <source>No hints</source>
   <translation>Sin pistas</translation>
  </message>
  <message>
   <source>Hints not obeyed</source>
   <translation>Pistas no seguidas</translation>
  </message>
  <message>
   <source>Frames</source>
   <translation>Fotogramas</translation>
  </message>
  <message>
   <source>the folder</source>
   <translation>la carpeta</translation>
  </message>
  <message>
   <source>Cuts</source>
   <translation>Planos</translation>
  </message>
  <message>
   <source>{count} repeat an earlier drawing and are coloured once</source>
   <translation>{count} repiten un dibujo anterior y se colorean una vez</translation>
  </message>
  <message>
   <source>Held</source>
   <translation>Sostenidos</translation>
  </message>
  <message>
   <source>Gaps</source>
   <translation>Huecos</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>Notas</translation>
  </message>
  <message>
   <source>Unreadable</source>
   <translation>Ilegibles</translation>
  </message>
  <message>
   <source>Results</source>
   <translation>Resultados</translation>
  </message>
  <message>
   <source>{count} of {cut} ({size}): give one of them hints</source>
   <translation>{count} de {cut} ({size}): dé pistas a uno de ellos</translation>
  </message>
  <message>
   <source>Key frames</source>
   <translation>Fotogramas clave</translation>
  </message>
  <message>
   <source>{title} takes no hints; frames are coloured one by one</source>
   <translation>{title} no usa pistas; los fotogramas se colorean uno a uno</translation>
  </message>
  <message>
   <source>{frame} ({count} hints)</source>
   <translation>{frame} ({count} pistas)</translation>
  </message>
  <message>
   <source>the first frame, coloured by its tags</source>
   <translation>el primer fotograma, coloreado por sus etiquetas</translation>
  </message>
  <message>
   <source>none yet: double-click a frame and give it hints</source>
   <translation>ninguno aún: haga doble clic en un fotograma y dele pistas</translation>
  </message>
  <message>
   <source>Tags</source>
   <translation>Etiquetas</translation>
  </message>
  <message>
   <source>none</source>
   <translation>ninguna</translation>
  </message>
  <message>
   <source>{tags}; {title} takes no tags</source>
   <translation>{tags}; {title} no usa etiquetas</translation>
  </message>
  <message>
   <source>Palette</source>
   <translation>Paleta</translation>
  </message>
  <message>
   <source>{count} colours and no other</source>
   <translation>{count} colores y ningún otro</translation>
  </message>
  <message>
   <source>any colour</source>
   <translation>cualquier color</translation>
  </message>
  <message>
   <source>any colour: the open drawing's lock to {count} does not hold here; lock the palette in a frame of the cut if it shall</source>
   <translation>cualquier color: el bloqueo a {count} del dibujo abierto no vale aquí; para ello bloquee la paleta en un fotograma del plano</translation>
  </message>
  <message>
   <source>from {angle}°, {style}</source>
   <translation>desde {angle}°, {style}</translation>
  </message>
  <message>
   <source>cel</source>
   <translation>cel</translation>
  </message>
  <message>
   <source>two tones</source>
   <translation>dos tonos</translation>
  </message>
  <message>
   <source>soft</source>
   <translation>suave</translation>
  </message>
  <message>
   <source>, turns with the figure</source>
   <translation>, gira con la figura</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Luz</translation>
  </message>
  <message>
   <source>(from the drawing that was open)</source>
   <translation>(del dibujo que estaba abierto)</translation>
  </message>
  <message>
   <source>(kept with the results)</source>
   <translation>(guardada con los resultados)</translation>
  </message>
  <message>
   <source>Generator</source>
   <translation>Generador</translation>
  </message>
  <message>
   <source>{title} until this run is over, then {other}</source>
   <translation>{title} hasta que acabe este lote, luego {other}</translation>
  </message>
  <message>
   <source>about {needed} needed</source>
   <translation>se necesitan unos {needed}</translation>
  </message>
  <message>
   <source>Disk</source>
   <translation>Disco</translation>
  </message>
  <message>
   <source>{free} free</source>
   <translation>{free} libres</translation>
  </message>
  <message>
   <source>{hours} h {minutes:02d} min left</source>
   <translation>quedan {hours} h {minutes:02d} min</translation>
  </message>
  <message>
   <source>{minutes} min {seconds:02d} s left</source>
   <translation>quedan {minutes} min {seconds:02d} s</translation>
  </message>
  <message>
   <source>{seconds} s left</source>
   <translation>quedan {seconds} s</translation>
  </message>
  <message>
   <source>Nothing to look at in {count} frames</source>
   <translation>Nada que revisar en {count} fotogramas</translation>
  </message>
  <message>
   <source>{count} of {total} frames want a look</source>
   <translation>{count} de {total} fotogramas por revisar</translation>
  </message>
  <message>
   <source>flicker {value:.2f}</source>
   <translation>parpadeo {value:.2f}</translation>
  </message>
  <message>
   <source>Corrected by hand: 1 place in 1 frame</source>
   <translation>Corregido a mano: 1 lugar en 1 fotograma</translation>
  </message>
  <message>
   <source>Corrected by hand: {places} places in 1 frame</source>
   <translation>Corregido a mano: {places} lugares en 1 fotograma</translation>
  </message>
  <message>
   <source>Corrected by hand: {places} places in {frames} frames</source>
   <translation>Corregido a mano: {places} lugares en {frames} fotogramas</translation>
  </message>
  <message>
   <source>place {number} of {count}</source>
   <translation>lugar {number} de {count}</translation>
  </message>
  <message>
   <source>and {count} more</source>
   <translation>y {count} más</translation>
  </message>
 </context>
 <context>
  <name>AnimationControl</name>
  <message>
   <source>Choose a folder of frames</source>
   <translation>Elegir una carpeta de fotogramas</translation>
  </message>
  <message>
   <source>Stop the running batch before opening other frames.</source>
   <translation>Detenga el lote en curso antes de abrir otros fotogramas.</translation>
  </message>
  <message>
   <source>Choose where the coloured frames go</source>
   <translation>Elegir adónde van los fotogramas coloreados</translation>
  </message>
  <message>
   <source>Results cannot lie among the frames: choose another folder.</source>
   <translation>Los resultados no pueden estar entre los fotogramas: elija otra carpeta.</translation>
  </message>
  <message>
   <source>Looking through {name}…</source>
   <translation>Examinando {name}…</translation>
  </message>
  <message>
   <source>{folder}: holds no line drawings</source>
   <translation>{folder}: no contiene dibujos de línea</translation>
  </message>
  <message>
   <source>Looking through {name}… {count} frames</source>
   <translation>Examinando {name}… {count} fotogramas</translation>
  </message>
  <message>
   <source>Checking the folder of results…</source>
   <translation>Comprobando la carpeta de resultados…</translation>
  </message>
 </context>
 <context>
  <name>Banner</name>
  <message>
   <source>Close</source>
   <translation>Cerrar</translation>
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
   <translation>Reproducción</translation>
  </message>
  <message>
   <source>Report</source>
   <translation>Informe</translation>
  </message>
  <message>
   <source>Choose another folder of frames</source>
   <translation>Elegir otra carpeta de fotogramas</translation>
  </message>
  <message>
   <source>Choose where the coloured frames go</source>
   <translation>Elegir adónde van los fotogramas coloreados</translation>
  </message>
  <message>
   <source>Colour all</source>
   <translation>Colorear todo</translation>
  </message>
  <message>
   <source>Pause after this frame</source>
   <translation>Pausar tras este fotograma</translation>
  </message>
  <message>
   <source>Stop; what is done stays</source>
   <translation>Detener; lo hecho se conserva</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Abrir</translation>
  </message>
  <message>
   <source>Open in the canvas to add hints (double-click or Enter)</source>
   <translation>Abrir en el lienzo para añadir pistas (doble clic o Intro)</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>Seguir</translation>
  </message>
  <message>
   <source>Retry {count}</source>
   <translation>Reintentar {count}</translation>
  </message>
  <message>
   <source>Read files that could not be read again, and colour what failed</source>
   <translation>Releer los archivos ilegibles y colorear lo que falló</translation>
  </message>
  <message>
   <source>Redo {count} frames</source>
   <translation>Rehacer {count} fotogramas</translation>
  </message>
  <message>
   <source>Redo 1 frame</source>
   <translation>Rehacer 1 fotograma</translation>
  </message>
  <message>
   <source>{done} of {total}</source>
   <translation>{done} de {total}</translation>
  </message>
  <message>
   <source>paused</source>
   <translation>en pausa</translation>
  </message>
  <message>
   <source>{count} failed</source>
   <translation>{count} fallidos</translation>
  </message>
  <message>
   <source>{total} frames done</source>
   <translation>{total} fotogramas hechos</translation>
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
   <translation>Multiplicar</translation>
  </message>
  <message>
   <source>Screen</source>
   <translation>Trama</translation>
  </message>
  <message>
   <source>Overlay</source>
   <translation>Superponer</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>Sumar</translation>
  </message>
 </context>
 <context>
  <name>CanvasPlayback</name>
  <message>
   <source>Reading frames…</source>
   <translation>Leyendo fotogramas…</translation>
  </message>
 </context>
 <context>
  <name>CanvasWidget</name>
  <message>
   <source>Canvas</source>
   <translation>Lienzo</translation>
  </message>
  <message>
   <source>Drawing</source>
   <translation>Dibujo</translation>
  </message>
 </context>
 <context>
  <name>Card</name>
  <message>
   <source>Done</source>
   <translation>Hecho</translation>
  </message>
  <message>
   <source>Leave</source>
   <translation>Salir</translation>
  </message>
  <message>
   <source>Leave the tour; the drawing stays open</source>
   <translation>Salir del recorrido; el dibujo sigue abierto</translation>
  </message>
  <message>
   <source>Finish</source>
   <translation>Terminar</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>Siguiente</translation>
  </message>
  <message>
   <source>Tour, step {number} of {count}</source>
   <translation>Recorrido, paso {number} de {count}</translation>
  </message>
 </context>
 <context>
  <name>ClipboardControl</name>
  <message>
   <source>There is nothing to copy on {layer} in the selection.</source>
   <translation>No hay nada que copiar en {layer} dentro de la selección.</translation>
  </message>
  <message>
   <source>Copied. Only paint and hints can be cut.</source>
   <translation>Copiado. Solo se pueden cortar pintura y pistas.</translation>
  </message>
  <message>
   <source>The clipboard holds no picture and no hints.</source>
   <translation>El portapapeles no contiene imagen ni pistas.</translation>
  </message>
  <message>
   <source>The clipboard holds more hints than can be read.</source>
   <translation>El portapapeles contiene más pistas de las que se pueden leer.</translation>
  </message>
 </context>
 <context>
  <name>ColorFiles</name>
  <message>
   <source>Palettes ({endings});;All files (*)</source>
   <translation>Paletas ({endings});;Todos los archivos (*)</translation>
  </message>
  <message>
   <source>Palette {name}: {count} swatches</source>
   <translation>Paleta {name}: {count} muestras</translation>
  </message>
  <message>
   <source>Palette {name}: {count} swatches in {sets} colour sets</source>
   <translation>Paleta {name}: {count} muestras en {sets} juegos de colores</translation>
  </message>
  <message>
   <source>Palettes</source>
   <translation>Paletas</translation>
  </message>
  <message>
   <source>Hints ({endings});;All files (*)</source>
   <translation>Pistas ({endings});;Todos los archivos (*)</translation>
  </message>
  <message>
   <source>{count} hints of {name}</source>
   <translation>{count} pistas de {name}</translation>
  </message>
  <message>
   <source>{name}: {outside} of {count} hints lie outside of the drawing</source>
   <translation>{name}: {outside} de {count} pistas están fuera del dibujo</translation>
  </message>
  <message>
   <source>Hints</source>
   <translation>Pistas</translation>
  </message>
  <message>
   <source>{path}: open a line drawing first</source>
   <translation>{path}: abra antes un dibujo de línea</translation>
  </message>
  <message>
   <source>Reading {name}…</source>
   <translation>Leyendo {name}…</translation>
  </message>
  <message>
   <source>Saving {name}…</source>
   <translation>Guardando {name}…</translation>
  </message>
 </context>
 <context>
  <name>ColorPage</name>
  <message>
   <source>Colour</source>
   <translation>Color</translation>
  </message>
  <message>
   <source>Around the picture</source>
   <translation>Alrededor de la imagen</translation>
  </message>
  <message>
   <source>As the theme</source>
   <translation>Como el tema</translation>
  </message>
  <message>
   <source>Black</source>
   <translation>Negro</translation>
  </message>
  <message>
   <source>Dark grey</source>
   <translation>Gris oscuro</translation>
  </message>
  <message>
   <source>Middle grey</source>
   <translation>Gris medio</translation>
  </message>
  <message>
   <source>Light grey</source>
   <translation>Gris claro</translation>
  </message>
  <message>
   <source>White</source>
   <translation>Blanco</translation>
  </message>
  <message>
   <source>Forget them</source>
   <translation>Olvidarlos</translation>
  </message>
  <message>
   <source>Forget the colours painted with last</source>
   <translation>Olvidar los últimos colores</translation>
  </message>
  <message>
   <source>Colours painted with last</source>
   <translation>Últimos colores</translation>
  </message>
  <message>
   <source>What lies beside a colour changes how it is seen, so it is neutral here.</source>
   <translation>Lo que rodea a un color cambia cómo se ve; por eso aquí es neutro.</translation>
  </message>
 </context>
 <context>
  <name>ColorPanel</name>
  <message>
   <source>Colour as hexadecimal digits</source>
   <translation>Color en cifras hexadecimales</translation>
  </message>
  <message>
   <source>Pick a colour from the picture</source>
   <translation>Tomar un color de la imagen</translation>
  </message>
  <message>
   <source>Pick a colour from the picture, or hold Alt</source>
   <translation>Tomar un color de la imagen, o mantener Alt</translation>
  </message>
  <message>
   <source>Numbers of the colour</source>
   <translation>Números del color</translation>
  </message>
  <message>
   <source>Colour as #rrggbb</source>
   <translation>Color como #rrggbb</translation>
  </message>
 </context>
 <context>
  <name>ColorWheel</name>
  <message>
   <source>Colour wheel</source>
   <translation>Rueda de color</translation>
  </message>
  <message>
   <source>Arrows change saturation and value, Page Up and Page Down the hue</source>
   <translation>Las flechas cambian saturación y valor, Re Pág y Av Pág el tono</translation>
  </message>
 </context>
 <context>
  <name>Conditions</name>
  <message>
   <source>Generator: {title}</source>
   <translation>Generador: {title}</translation>
  </message>
  <message>
   <source>1 tag</source>
   <translation>1 etiqueta</translation>
  </message>
  <message>
   <source>{count} tags</source>
   <translation>{count} etiquetas</translation>
  </message>
  <message>
   <source>Tags: {names}</source>
   <translation>Etiquetas: {names}</translation>
  </message>
  <message>
   <source>locked to {count} colours</source>
   <translation>limitado a {count} colores</translation>
  </message>
  <message>
   <source>Palette lock, no other colour: {colors}</source>
   <translation>Paleta bloqueada, ningún otro color: {colors}</translation>
  </message>
  <message>
   <source>trace lines</source>
   <translation>líneas de colour-trace</translation>
  </message>
  <message>
   <source>Trace lines bound shade and highlights.</source>
   <translation>Las líneas de colour-trace delimitan sombras y luces.</translation>
  </message>
  <message>
   <source>live colour off</source>
   <translation>color en vivo desactivado</translation>
  </message>
  <message>
   <source>Live colour is off: Colour now colours what has changed.</source>
   <translation>El color en vivo está desactivado: Colorear ahora colorea lo que ha cambiado.</translation>
  </message>
 </context>
 <context>
  <name>CurveEdit</name>
  <message>
   <source>Pressure curve</source>
   <translation>Curva de presión</translation>
  </message>
  <message>
   <source>Page Up and Page Down choose a point, arrows move it, Delete takes it away</source>
   <translation>Re Pág y Av Pág eligen un punto, las flechas lo mueven, Supr lo quita</translation>
  </message>
 </context>
 <context>
  <name>CutReports</name>
  <message>
   <source>The report follows when all frames are done.</source>
   <translation>El informe llega cuando todos los fotogramas están hechos.</translation>
  </message>
  <message>
   <source>Writing the report…</source>
   <translation>Escribiendo el informe…</translation>
  </message>
 </context>
 <context>
  <name>Devices</name>
  <message>
   <source>the CPU was asked for</source>
   <translation>se pidió la CPU</translation>
  </message>
  <message>
   <source>an NVIDIA GPU was found</source>
   <translation>se encontró una GPU NVIDIA</translation>
  </message>
  <message>
   <source>the watershed fill needs no other device</source>
   <translation>el relleno no necesita otro dispositivo</translation>
  </message>
 </context>
 <context>
  <name>Dialogs</name>
  <message>
   <source>Unsaved changes</source>
   <translation>Cambios sin guardar</translation>
  </message>
  <message>
   <source>Save the changes to {name}?</source>
   <translation>¿Guardar los cambios de {name}?</translation>
  </message>
  <message>
   <source>Hints, tags and layers are lost if they are not saved.</source>
   <translation>Si no se guardan, se pierden pistas, etiquetas y capas.</translation>
  </message>
  <message>
   <source>Unsaved work</source>
   <translation>Trabajo sin guardar</translation>
  </message>
  <message>
   <source>Restore the unsaved work on {name}?</source>
   <translation>¿Restaurar el trabajo sin guardar de {name}?</translation>
  </message>
  <message>
   <source>Tintline did not end properly; this was kept on {when}.</source>
   <translation>Tintline no terminó bien; esto se guardó el {when}.</translation>
  </message>
  <message>
   <source>Restore</source>
   <translation>Restaurar</translation>
  </message>
  <message>
   <source>Discard</source>
   <translation>Descartar</translation>
  </message>
  <message>
   <source>Decide later</source>
   <translation>Decidir luego</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Abrir</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Guardar</translation>
  </message>
  <message>
   <source>Replace file</source>
   <translation>Reemplazar archivo</translation>
  </message>
  <message>
   <source>{name} exists already. Replace it?</source>
   <translation>{name} ya existe. ¿Reemplazarlo?</translation>
  </message>
  <message>
   <source>Replace</source>
   <translation>Reemplazar</translation>
  </message>
 </context>
 <context>
  <name>Divider</name>
  <message>
   <source>Divider between before and after</source>
   <translation>Divisor entre antes y después</translation>
  </message>
  <message>
   <source>Left and right arrows move it</source>
   <translation>Las flechas izquierda y derecha lo mueven</translation>
  </message>
 </context>
 <context>
  <name>DoubtWalk</name>
  <message>
   <source>Nothing doubtful: the report lists no place.</source>
   <translation>Nada dudoso: el informe no señala ningún lugar.</translation>
  </message>
  <message>
   <source>No colour pops: the report of the finished cut lists none.</source>
   <translation>Sin saltos de color: el informe del plano terminado no señala ninguno.</translation>
  </message>
  <message>
   <source>{number} of {count} · {frame} · {kind}</source>
   <translation>{number} de {count} · {frame} · {kind}</translation>
  </message>
 </context>
 <context>
  <name>Easel</name>
  <message>
   <source>Choose a paint layer, or add one.</source>
   <translation>Elija una capa de pintura, o añada una.</translation>
  </message>
  <message>
   <source>{layer} is hidden: show it to paint on it.</source>
   <translation>{layer} está oculta: muéstrela para pintar en ella.</translation>
  </message>
 </context>
 <context>
  <name>Edits</name>
  <message>
   <source>Dropped colour</source>
   <translation>Color soltado</translation>
  </message>
  <message>
   <source>Fill</source>
   <translation>Rellenar</translation>
  </message>
  <message>
   <source>Erase paint</source>
   <translation>Borrar pintura</translation>
  </message>
  <message>
   <source>Paint</source>
   <translation>Pintar</translation>
  </message>
  <message>
   <source>background</source>
   <translation>fondo</translation>
  </message>
  <message>
   <source>hair</source>
   <translation>pelo</translation>
  </message>
  <message>
   <source>eyes</source>
   <translation>ojos</translation>
  </message>
  <message>
   <source>skin</source>
   <translation>piel</translation>
  </message>
  <message>
   <source>mouth</source>
   <translation>boca</translation>
  </message>
  <message>
   <source>brows</source>
   <translation>cejas</translation>
  </message>
  <message>
   <source>top</source>
   <translation>prenda superior</translation>
  </message>
  <message>
   <source>skirt or trousers</source>
   <translation>falda o pantalón</translation>
  </message>
  <message>
   <source>dress</source>
   <translation>vestido</translation>
  </message>
  <message>
   <source>legwear</source>
   <translation>medias</translation>
  </message>
  <message>
   <source>footwear</source>
   <translation>calzado</translation>
  </message>
  <message>
   <source>hat</source>
   <translation>sombrero</translation>
  </message>
  <message>
   <source>glasses</source>
   <translation>gafas</translation>
  </message>
  <message>
   <source>ornament</source>
   <translation>adorno</translation>
  </message>
  <message>
   <source>Replace colour</source>
   <translation>Reemplazar color</translation>
  </message>
  <message>
   <source>Recolour {part}</source>
   <translation>Recolorear: {part}</translation>
  </message>
  <message>
   <source>dark</source>
   <translation>oscuras</translation>
  </message>
  <message>
   <source>light</source>
   <translation>claras</translation>
  </message>
  <message>
   <source>alpha</source>
   <translation>alfa</translation>
  </message>
  <message>
   <source>Add hint</source>
   <translation>Añadir pista</translation>
  </message>
  <message>
   <source>Erase hints</source>
   <translation>Borrar pistas</translation>
  </message>
  <message>
   <source>Move hint</source>
   <translation>Mover pista</translation>
  </message>
  <message>
   <source>Clear hints</source>
   <translation>Quitar todas las pistas</translation>
  </message>
  <message>
   <source>Import hints</source>
   <translation>Importar pistas</translation>
  </message>
  <message>
   <source>Tag {tag}</source>
   <translation>Etiqueta {tag}</translation>
  </message>
  <message>
   <source>Set tags</source>
   <translation>Poner etiquetas</translation>
  </message>
  <message>
   <source>Show layer</source>
   <translation>Mostrar capa</translation>
  </message>
  <message>
   <source>Hide layer</source>
   <translation>Ocultar capa</translation>
  </message>
  <message>
   <source>Opacity of layer</source>
   <translation>Opacidad de la capa</translation>
  </message>
  <message>
   <source>Change palette</source>
   <translation>Cambiar paleta</translation>
  </message>
  <message>
   <source>Change generator</source>
   <translation>Cambiar generador</translation>
  </message>
  <message>
   <source>Tidy as usual</source>
   <translation>Limpieza habitual</translation>
  </message>
  <message>
   <source>Tidy {share}</source>
   <translation>Limpieza {share}</translation>
  </message>
  <message>
   <source>Variant {number}</source>
   <translation>Variante {number}</translation>
  </message>
  <message>
   <source>find out</source>
   <translation>automático</translation>
  </message>
  <message>
   <source>Lines: {kind}, paper off</source>
   <translation>Líneas: {kind}, sin papel</translation>
  </message>
  <message>
   <source>Lines: {kind}</source>
   <translation>Líneas: {kind}</translation>
  </message>
  <message>
   <source>Lines as drawn</source>
   <translation>Líneas como se dibujaron</translation>
  </message>
  <message>
   <source>Lines by the colours beside</source>
   <translation>Líneas según los colores vecinos</translation>
  </message>
  <message>
   <source>Lines {color}</source>
   <translation>Líneas {color}</translation>
  </message>
  <message>
   <source>Return to {name}</source>
   <translation>Volver a {name}</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Abrir</translation>
  </message>
  <message>
   <source>Change light</source>
   <translation>Cambiar la luz</translation>
  </message>
  <message>
   <source>Paint light</source>
   <translation>Pintar luz</translation>
  </message>
  <message>
   <source>painted light</source>
   <translation>luz pintada</translation>
  </message>
  <message>
   <source>barriers</source>
   <translation>barreras</translation>
  </message>
  <message>
   <source>joins</source>
   <translation>uniones</translation>
  </message>
  <message>
   <source>Erase {marks}</source>
   <translation>Borrar: {marks}</translation>
  </message>
  <message>
   <source>Clear {marks}</source>
   <translation>Quitar: {marks}</translation>
  </message>
  <message>
   <source>normal</source>
   <translation>normal</translation>
  </message>
  <message>
   <source>multiply</source>
   <translation>multiplicar</translation>
  </message>
  <message>
   <source>screen</source>
   <translation>trama</translation>
  </message>
  <message>
   <source>overlay</source>
   <translation>superponer</translation>
  </message>
  <message>
   <source>add</source>
   <translation>sumar</translation>
  </message>
  <message>
   <source>Add layer {layer}</source>
   <translation>Añadir capa {layer}</translation>
  </message>
  <message>
   <source>Delete layer {layer}</source>
   <translation>Eliminar capa {layer}</translation>
  </message>
  <message>
   <source>Rename layer to {layer}</source>
   <translation>Renombrar capa a {layer}</translation>
  </message>
  <message>
   <source>Blend by {mode}</source>
   <translation>Modo de fusión {mode}</translation>
  </message>
  <message>
   <source>Lock alpha</source>
   <translation>Bloquear alfa</translation>
  </message>
  <message>
   <source>Unlock alpha</source>
   <translation>Desbloquear alfa</translation>
  </message>
  <message>
   <source>Clip to regions</source>
   <translation>Limitar a regiones</translation>
  </message>
  <message>
   <source>Paint across regions</source>
   <translation>Pintar a través de regiones</translation>
  </message>
  <message>
   <source>Merge down</source>
   <translation>Combinar hacia abajo</translation>
  </message>
  <message>
   <source>Group layers</source>
   <translation>Agrupar capas</translation>
  </message>
  <message>
   <source>Ungroup layers</source>
   <translation>Desagrupar capas</translation>
  </message>
  <message>
   <source>Merge group</source>
   <translation>Combinar grupo</translation>
  </message>
  <message>
   <source>Move layer</source>
   <translation>Mover capa</translation>
  </message>
  <message>
   <source>Take colours from {name}</source>
   <translation>Tomar colores de {name}</translation>
  </message>
  <message>
   <source>Take colours from {count} drawings</source>
   <translation>Tomar colores de {count} dibujos</translation>
  </message>
  <message>
   <source>Remove reference</source>
   <translation>Quitar referencia</translation>
  </message>
  <message>
   <source>Pair places</source>
   <translation>Emparejar lugares</translation>
  </message>
  <message>
   <source>Clear pairs</source>
   <translation>Quitar parejas</translation>
  </message>
  <message>
   <source>Barrier</source>
   <translation>Barrera</translation>
  </message>
  <message>
   <source>Join regions</source>
   <translation>Unir regiones</translation>
  </message>
  <message>
   <source>Close gap</source>
   <translation>Cerrar hueco</translation>
  </message>
  <message>
   <source>Leave gap open</source>
   <translation>Dejar hueco abierto</translation>
  </message>
  <message>
   <source>Smallest region usual</source>
   <translation>Región mínima habitual</translation>
  </message>
  <message>
   <source>Smallest region {size} px</source>
   <translation>Región mínima {size} px</translation>
  </message>
  <message>
   <source>Close usual gaps</source>
   <translation>Cerrar huecos habituales</translation>
  </message>
  <message>
   <source>Close gaps up to {size} px</source>
   <translation>Cerrar huecos de hasta {size} px</translation>
  </message>
  <message>
   <source>Select</source>
   <translation>Seleccionar</translation>
  </message>
  <message>
   <source>Delete paint</source>
   <translation>Eliminar pintura</translation>
  </message>
  <message>
   <source>Cel shade</source>
   <translation>Sombra cel</translation>
  </message>
  <message>
   <source>Two-tone shade</source>
   <translation>Sombra en dos tonos</translation>
  </message>
  <message>
   <source>Soft shade</source>
   <translation>Sombra suave</translation>
  </message>
  <message>
   <source>Light follows the camera</source>
   <translation>La luz sigue a la cámara</translation>
  </message>
  <message>
   <source>Light follows the figure</source>
   <translation>La luz sigue a la figura</translation>
  </message>
  <message>
   <source>Light of day</source>
   <translation>Luz de día</translation>
  </message>
  <message>
   <source>Light of dusk</source>
   <translation>Luz de crepúsculo</translation>
  </message>
  <message>
   <source>Light of lamp</source>
   <translation>Luz de lámpara</translation>
  </message>
  <message>
   <source>Light of rim</source>
   <translation>Contraluz</translation>
  </message>
  <message>
   <source>Paint shade</source>
   <translation>Pintar sombra</translation>
  </message>
  <message>
   <source>Take shade away</source>
   <translation>Quitar sombra</translation>
  </message>
  <message>
   <source>Erase 1 stroke of light</source>
   <translation>Borrar 1 trazo de luz</translation>
  </message>
  <message>
   <source>Erase {count} strokes of light</source>
   <translation>Borrar {count} trazos de luz</translation>
  </message>
  <message>
   <source>Erase 1 barrier</source>
   <translation>Borrar 1 barrera</translation>
  </message>
  <message>
   <source>Erase {count} barriers</source>
   <translation>Borrar {count} barreras</translation>
  </message>
  <message>
   <source>Erase 1 join</source>
   <translation>Borrar 1 unión</translation>
  </message>
  <message>
   <source>Erase {count} joins</source>
   <translation>Borrar {count} uniones</translation>
  </message>
  <message>
   <source>Clear 1 stroke of light</source>
   <translation>Quitar 1 trazo de luz</translation>
  </message>
  <message>
   <source>Clear {count} strokes of light</source>
   <translation>Quitar {count} trazos de luz</translation>
  </message>
  <message>
   <source>Clear 1 barrier</source>
   <translation>Quitar 1 barrera</translation>
  </message>
  <message>
   <source>Clear {count} barriers</source>
   <translation>Quitar {count} barreras</translation>
  </message>
  <message>
   <source>Clear 1 join</source>
   <translation>Quitar 1 unión</translation>
  </message>
  <message>
   <source>Clear {count} joins</source>
   <translation>Quitar {count} uniones</translation>
  </message>
  <message>
   <source>Lock palette to 1 colour</source>
   <translation>Bloquear paleta a 1 color</translation>
  </message>
  <message>
   <source>Lock palette to {count} colours</source>
   <translation>Bloquear paleta a {count} colores</translation>
  </message>
  <message>
   <source>Change palette, locked to 1 colour</source>
   <translation>Cambiar paleta, bloqueada a 1 color</translation>
  </message>
  <message>
   <source>Change palette, locked to {count} colours</source>
   <translation>Cambiar paleta, bloqueada a {count} colores</translation>
  </message>
  <message>
   <source>colour layer</source>
   <translation>capa de color</translation>
  </message>
  <message>
   <source>flats</source>
   <translation>colores planos</translation>
  </message>
  <message>
   <source>shade</source>
   <translation>sombra</translation>
  </message>
  <message>
   <source>highlight</source>
   <translation>brillo</translation>
  </message>
  <message>
   <source>line art</source>
   <translation>líneas</translation>
  </message>
  <message>
   <source>hints</source>
   <translation>pistas</translation>
  </message>
  <message>
   <source>Swatch {name} to {color}</source>
   <translation>Muestra {name} a {color}</translation>
  </message>
  <message>
   <source>Replace {old} by {new}</source>
   <translation>Reemplazar {old} por {new}</translation>
  </message>
  <message>
   <source>Import 1 hint</source>
   <translation>Importar 1 pista</translation>
  </message>
  <message>
   <source>Import {count} hints</source>
   <translation>Importar {count} pistas</translation>
  </message>
  <message>
   <source>Drop tag {tag}</source>
   <translation>Quitar etiqueta {tag}</translation>
  </message>
  <message>
   <source>Show {layer}</source>
   <translation>Mostrar {layer}</translation>
  </message>
  <message>
   <source>Hide {layer}</source>
   <translation>Ocultar {layer}</translation>
  </message>
  <message>
   <source>Opacity of {layer}</source>
   <translation>Opacidad de {layer}</translation>
  </message>
  <message>
   <source>Move {layer}</source>
   <translation>Mover {layer}</translation>
  </message>
  <message>
   <source>Set tags {tags}</source>
   <translation>Poner etiquetas {tags}</translation>
  </message>
  <message>
   <source>Clear tags</source>
   <translation>Quitar etiquetas</translation>
  </message>
  <message>
   <source>Generator {name}</source>
   <translation>Generador {name}</translation>
  </message>
  <message>
   <source>Best generator</source>
   <translation>Mejor generador</translation>
  </message>
  <message>
   <source>Point</source>
   <translation>Punto</translation>
  </message>
  <message>
   <source>Brush</source>
   <translation>Pincel</translation>
  </message>
  <message>
   <source>Area</source>
   <translation>Área</translation>
  </message>
  <message>
   <source>layer</source>
   <translation>capa</translation>
  </message>
  <message>
   <source>{tool} {color}</source>
   <translation>{tool} {color}</translation>
  </message>
  <message>
   <source>{tool} {color} on {part}</source>
   <translation>{tool} {color} en {part}</translation>
  </message>
  <message>
   <source>Leave region uncoloured</source>
   <translation>Dejar la región sin color</translation>
  </message>
  <message>
   <source>Leave regions uncoloured</source>
   <translation>Dejar las regiones sin color</translation>
  </message>
  <message>
   <source>Keep region as it is</source>
   <translation>Mantener la región como está</translation>
  </message>
  <message>
   <source>Keep regions as they are</source>
   <translation>Mantener las regiones como están</translation>
  </message>
  <message>
   <source>Fill {count} regions</source>
   <translation>Rellenar {count} regiones</translation>
  </message>
  <message>
   <source>Erase hint</source>
   <translation>Borrar pista</translation>
  </message>
  <message>
   <source>Erase {count} hints</source>
   <translation>Borrar {count} pistas</translation>
  </message>
  <message>
   <source>Clear {count} hints</source>
   <translation>Quitar {count} pistas</translation>
  </message>
  <message>
   <source>Unlock palette</source>
   <translation>Desbloquear paleta</translation>
  </message>
  <message>
   <source>Add {color} to palette</source>
   <translation>Añadir {color} a la paleta</translation>
  </message>
  <message>
   <source>Take {color} out of palette</source>
   <translation>Quitar {color} de la paleta</translation>
  </message>
  <message>
   <source>Light off</source>
   <translation>Luz apagada</translation>
  </message>
  <message>
   <source>Light on</source>
   <translation>Luz encendida</translation>
  </message>
  <message>
   <source>Light from {angle}°</source>
   <translation>Luz desde {angle}°</translation>
  </message>
  <message>
   <source>Shade {share}</source>
   <translation>Sombra {share}</translation>
  </message>
  <message>
   <source>Highlights {share}</source>
   <translation>Brillos {share}</translation>
  </message>
  <message>
   <source>Tint of shade {color}</source>
   <translation>Tinte de sombra {color}</translation>
  </message>
  <message>
   <source>Tint of highlights {color}</source>
   <translation>Tinte de brillos {color}</translation>
  </message>
  <message>
   <source>derived</source>
   <translation>derivado</translation>
  </message>
  <message>
   <source>Swatch {color}</source>
   <translation>Muestra {color}</translation>
  </message>
  <message>
   <source>Tones of a swatch</source>
   <translation>Tonos de una muestra</translation>
  </message>
  <message>
   <source>Merge swatches</source>
   <translation>Combinar muestras</translation>
  </message>
  <message>
   <source>Add swatches</source>
   <translation>Añadir muestras</translation>
  </message>
  <message>
   <source>Colour set {name}</source>
   <translation>Juego de colores {name}</translation>
  </message>
  <message>
   <source>Add colour set {name}</source>
   <translation>Añadir juego de colores {name}</translation>
  </message>
  <message>
   <source>Name colour set {name}</source>
   <translation>Nombrar juego de colores {name}</translation>
  </message>
  <message>
   <source>Remove colour set {name}</source>
   <translation>Eliminar juego de colores {name}</translation>
  </message>
  <message>
   <source>Cut hints</source>
   <translation>Cortar pistas</translation>
  </message>
  <message>
   <source>Cut paint</source>
   <translation>Cortar pintura</translation>
  </message>
  <message>
   <source>Paste hints</source>
   <translation>Pegar pistas</translation>
  </message>
  <message>
   <source>Select all</source>
   <translation>Seleccionar todo</translation>
  </message>
  <message>
   <source>Select nothing</source>
   <translation>No seleccionar nada</translation>
  </message>
  <message>
   <source>Invert selection</source>
   <translation>Invertir selección</translation>
  </message>
 </context>
 <context>
  <name>EmptyPage</name>
  <message>
   <source>Colour a whole cut as one</source>
   <translation>Colorear todo un plano a la vez</translation>
  </message>
  <message>
   <source>Choose a folder of line drawings, or drop one here.
Give one frame its colours; they are carried to the others.</source>
   <translation>Elija una carpeta de dibujos de línea, o suéltela aquí.
Dé sus colores a un fotograma; se llevan a los demás.</translation>
  </message>
  <message>
   <source>Choose frames…</source>
   <translation>Elegir fotogramas…</translation>
  </message>
 </context>
 <context>
  <name>FileActions</name>
  <message>
   <source>No red, blue or green trace lines were found in it.</source>
   <translation>No se encontraron en él líneas de colour-trace rojas, azules o verdes.</translation>
  </message>
  <message>
   <source>Drawings and projects ({endings})</source>
   <translation>Dibujos y proyectos ({endings})</translation>
  </message>
  <message>
   <source>All files (*)</source>
   <translation>Todos los archivos (*)</translation>
  </message>
  <message>
   <source>Restored {name}</source>
   <translation>{name} restaurado</translation>
  </message>
  <message>
   <source>Restoring {name}…</source>
   <translation>Restaurando {name}…</translation>
  </message>
  <message>
   <source>Opening {name}…</source>
   <translation>Abriendo {name}…</translation>
  </message>
  <message>
   <source>Opened {name}, {size}</source>
   <translation>{name} abierto, {size}</translation>
  </message>
  <message>
   <source>Tags that are unknown here have no effect: {names}.</source>
   <translation>Las etiquetas desconocidas aquí no tienen efecto: {names}.</translation>
  </message>
  <message>
   <source>Tintline project</source>
   <translation>Proyecto de Tintline</translation>
  </message>
  <message>
   <source>Saving {name}…</source>
   <translation>Guardando {name}…</translation>
  </message>
  <message>
   <source>PNG picture</source>
   <translation>Imagen PNG</translation>
  </message>
  <message>
   <source>OpenRaster picture</source>
   <translation>Imagen OpenRaster</translation>
  </message>
  <message>
   <source>Photoshop picture</source>
   <translation>Imagen de Photoshop</translation>
  </message>
  <message>
   <source>Paint for OpenToonz</source>
   <translation>Color para OpenToonz</translation>
  </message>
  <message>
   <source>Exporting {name}…</source>
   <translation>Exportando {name}…</translation>
  </message>
  <message>
   <source>one layer a colour</source>
   <translation>una capa por color</translation>
  </message>
  <message>
   <source>transparent layers</source>
   <translation>capas transparentes</translation>
  </message>
 </context>
 <context>
  <name>FileDrops</name>
  <message>
   <source>One drawing at a time: opening {name}.</source>
   <translation>Un dibujo cada vez: abriendo {name}.</translation>
  </message>
 </context>
 <context>
  <name>FileWork</name>
  <message>
   <source>{path}: was read for this document; choose another name</source>
   <translation>{path}: se leyó para este documento; elija otro nombre</translation>
  </message>
  <message>
   <source>Saved {path}</source>
   <translation>{path} guardado</translation>
  </message>
 </context>
 <context>
  <name>FillBar</name>
  <message>
   <source>Colour</source>
   <translation>Color</translation>
  </message>
  <message>
   <source>Give regions the brush's colour (F)</source>
   <translation>Dar a las regiones el color del pincel (F)</translation>
  </message>
  <message>
   <source>Keep as it is</source>
   <translation>Mantener como está</translation>
  </message>
  <message>
   <source>Keep what regions show now, whatever later hints say (K)</source>
   <translation>Mantener lo que las regiones muestran, digan lo que digan pistas posteriores (K)</translation>
  </message>
  <message>
   <source>No colour</source>
   <translation>Sin color</translation>
  </message>
  <message>
   <source>Leave regions uncoloured and transparent (U)</source>
   <translation>Dejar las regiones sin color y transparentes (U)</translation>
  </message>
  <message>
   <source>Only leftovers</source>
   <translation>Solo los restos</translation>
  </message>
  <message>
   <source>Pass over regions that have a colour</source>
   <translation>Saltar las regiones que tienen color</translation>
  </message>
  <message>
   <source>Next without colour</source>
   <translation>Siguiente sin color</translation>
  </message>
  <message>
   <source>Go to the next region without a colour (N)</source>
   <translation>Ir a la siguiente región sin color (N)</translation>
  </message>
 </context>
 <context>
  <name>Filmstrip</name>
  <message>
   <source>Frames</source>
   <translation>Fotogramas</translation>
  </message>
 </context>
 <context>
  <name>FrameCanvas</name>
  <message>
   <source>Opening {name}…</source>
   <translation>Abriendo {name}…</translation>
  </message>
  <message>
   <source>Reading frames…</source>
   <translation>Leyendo fotogramas…</translation>
  </message>
 </context>
 <context>
  <name>FrameDelegate</name>
  <message>
   <source>failed</source>
   <translation>fallido</translation>
  </message>
  <message>
   <source>redo</source>
   <translation>rehacer</translation>
  </message>
  <message>
   <source>running</source>
   <translation>en curso</translation>
  </message>
  <message>
   <source>held</source>
   <translation>sostenido</translation>
  </message>
 </context>
 <context>
  <name>FrameListModel</name>
  <message>
   <source>waiting</source>
   <translation>en espera</translation>
  </message>
  <message>
   <source>is being coloured</source>
   <translation>coloreándose</translation>
  </message>
  <message>
   <source>done</source>
   <translation>hecho</translation>
  </message>
  <message>
   <source>was done before</source>
   <translation>hecho antes</translation>
  </message>
  <message>
   <source>to be coloured again</source>
   <translation>se coloreará de nuevo</translation>
  </message>
  <message>
   <source>failed</source>
   <translation>fallido</translation>
  </message>
  <message>
   <source>confidence {share}</source>
   <translation>confianza {share}</translation>
  </message>
  <message>
   <source>key frame with hints of its own</source>
   <translation>fotograma clave con pistas propias</translation>
  </message>
  <message>
   <source>held: the same drawing as an earlier frame</source>
   <translation>sostenido: el mismo dibujo que un fotograma anterior</translation>
  </message>
  <message>
   <source>1 place corrected by hand</source>
   <translation>1 lugar corregido a mano</translation>
  </message>
  <message>
   <source>{count} places corrected by hand</source>
   <translation>{count} lugares corregidos a mano</translation>
  </message>
 </context>
 <context>
  <name>FramePictures</name>
  <message>
   <source>Reading frames…</source>
   <translation>Leyendo fotogramas…</translation>
  </message>
 </context>
 <context>
  <name>FrameRuler</name>
  <message>
   <source>All frames</source>
   <translation>Todos los fotogramas</translation>
  </message>
 </context>
 <context>
  <name>GapBar</name>
  <message>
   <source>Close gaps up to</source>
   <translation>Cerrar huecos hasta</translation>
  </message>
  <message>
   <source>Widest gap that is closed, in pixels</source>
   <translation>Hueco más ancho que se cierra, en píxeles</translation>
  </message>
  <message>
   <source>Smallest region</source>
   <translation>Región mínima</translation>
  </message>
  <message>
   <source>Side of the smallest region, in pixels</source>
   <translation>Lado de la región mínima, en píxeles</translation>
  </message>
 </context>
 <context>
  <name>GeneralPage</name>
  <message>
   <source>General</source>
   <translation>General</translation>
  </message>
  <message>
   <source>Theme</source>
   <translation>Tema</translation>
  </message>
  <message>
   <source>As the system</source>
   <translation>Como el sistema</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Oscuro</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Claro</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Idioma</translation>
  </message>
  <message>
   <source> s</source>
   <translation> s</translation>
  </message>
  <message>
   <source>Seconds until unsaved work is copied</source>
   <translation>Segundos hasta copiar el trabajo sin guardar</translation>
  </message>
  <message>
   <source>Steps that can be taken back</source>
   <translation>Pasos que se pueden deshacer</translation>
  </message>
  <message>
   <source>begin with a light</source>
   <translation>empezar con una luz</translation>
  </message>
  <message>
   <source>Language, from the next start</source>
   <translation>Idioma, desde el próximo inicio</translation>
  </message>
  <message>
   <source>Copy unsaved work after</source>
   <translation>Copiar trabajo sin guardar tras</translation>
  </message>
  <message>
   <source>Steps for undo</source>
   <translation>Pasos para deshacer</translation>
  </message>
  <message>
   <source>New drawings</source>
   <translation>Dibujos nuevos</translation>
  </message>
  <message>
   <source>While you paint</source>
   <translation>Mientras se pinta</translation>
  </message>
  <message>
   <source>Layered files</source>
   <translation>Archivos con capas</translation>
  </message>
  <message>
   <source>The copy of unsaved work is offered at the next start if this one ends badly.</source>
   <translation>La copia del trabajo sin guardar se ofrece en el próximo inicio si este acaba mal.</translation>
  </message>
 </context>
 <context>
  <name>GeneratorControl</name>
  <message>
   <source>Until then hints alone fill the picture.</source>
   <translation>Hasta entonces las pistas solas rellenan la imagen.</translation>
  </message>
  <message>
   <source>{title} takes no tags. Choose another generator to use them.</source>
   <translation>{title} no usa etiquetas. Elija otro generador para usarlas.</translation>
  </message>
  <message>
   <source>{title} takes no hints. Choose another generator to use them.</source>
   <translation>{title} no usa pistas. Elija otro generador para usarlas.</translation>
  </message>
 </context>
 <context>
  <name>GeneratorList</name>
  <message>
   <source>Licence of the weights: {licence}</source>
   <translation>Licencia de los pesos: {licence}</translation>
  </message>
 </context>
 <context>
  <name>GeneratorPanel</name>
  <message>
   <source>Generators</source>
   <translation>Generadores</translation>
  </message>
  <message>
   <source>Live colour</source>
   <translation>Color en vivo</translation>
  </message>
  <message>
   <source>Colour now</source>
   <translation>Colorear ahora</translation>
  </message>
  <message>
   <source>Device</source>
   <translation>Dispositivo</translation>
  </message>
  <message>
   <source>Automatic</source>
   <translation>Automático</translation>
  </message>
  <message>
   <source>GPU (CUDA)</source>
   <translation>GPU (CUDA)</translation>
  </message>
  <message>
   <source>Tidy</source>
   <translation>Limpieza</translation>
  </message>
  <message>
   <source>Left: the generator's own picture. Middle: one hue a region, its light kept, and white paper. Right: one colour a region.</source>
   <translation>Izquierda: la imagen del generador. Centro: un tono por región, con su luz, y papel blanco. Derecha: un color por región.</translation>
  </message>
  <message>
   <source>Usual</source>
   <translation>Habitual</translation>
  </message>
  <message>
   <source>As this generator's pictures look best</source>
   <translation>Como mejor se ven las imágenes de este generador</translation>
  </message>
  <message>
   <source>Another picture of the same drawing</source>
   <translation>Otra imagen del mismo dibujo</translation>
  </message>
  <message>
   <source>{generator} runs on the {device}: {reason}</source>
   <translation>{generator} se ejecuta en {device}: {reason}</translation>
  </message>
 </context>
 <context>
  <name>GeneratorRow</name>
  <message>
   <source>Cannot be used here</source>
   <translation>No se puede usar aquí</translation>
  </message>
  <message>
   <source>hints and tags</source>
   <translation>pistas y etiquetas</translation>
  </message>
  <message>
   <source>hints</source>
   <translation>pistas</translation>
  </message>
  <message>
   <source>tags</source>
   <translation>etiquetas</translation>
  </message>
  <message>
   <source>no hints</source>
   <translation>sin pistas</translation>
  </message>
  <message>
   <source>{takes} · {millions:.1f} M parameters</source>
   <translation>{takes} · {millions:.1f} M parámetros</translation>
  </message>
 </context>
 <context>
  <name>Generators</name>
  <message>
   <source>Nearly every drawing: colours are exact and stay within their lines.</source>
   <translation>Casi cualquier dibujo: los colores son exactos y no se salen de las líneas.</translation>
  </message>
  <message>
   <source>Published methods, small</source>
   <translation>Métodos publicados, pequeños</translation>
  </message>
  <message>
   <source>Soft colour as of watercolours, from many hints.</source>
   <translation>Color suave como de acuarela, a partir de muchas pistas.</translation>
  </message>
  <message>
   <source>Painted-looking colour from hints, over a draft that comes at once.</source>
   <translation>Color de aspecto pintado a partir de pistas, sobre un boceto inmediato.</translation>
  </message>
  <message>
   <source>Colours that bloom out of their hints as on wet paper.</source>
   <translation>Colores que brotan de sus pistas como en papel mojado.</translation>
  </message>
  <message>
   <source>Blurred washes in which neighbouring hints mix.</source>
   <translation>Aguadas difusas en que se mezclan pistas vecinas.</translation>
  </message>
  <message>
   <source>A first idea of a character from tags alone, without a hint.</source>
   <translation>Una primera idea de un personaje solo con etiquetas, sin pistas.</translation>
  </message>
  <message>
   <source>Without a network</source>
   <translation>Sin red</translation>
  </message>
  <message>
   <source>Flat fills from hints alone; always there.</source>
   <translation>Rellenos planos solo con pistas; siempre disponible.</translation>
  </message>
  <message>
   <source>Watershed fill (no generator)</source>
   <translation>Relleno simple (sin generador)</translation>
  </message>
 </context>
 <context>
  <name>Help</name>
  <message>
   <source>not installed</source>
   <translation>no instalado</translation>
  </message>
  <message>
   <source>&lt;h3&gt;Tintline {number}&lt;/h3&gt;&lt;p&gt;Interactive colouring of line art: colour hints and tags in, layers out.&lt;/p&gt;&lt;p&gt;Apache License 2.0&lt;/p&gt;</source>
   <translation>&lt;h3&gt;Tintline {number}&lt;/h3&gt;&lt;p&gt;Coloreado interactivo de dibujo de línea: entran pistas de color y etiquetas, salen capas.&lt;/p&gt;&lt;p&gt;Apache License 2.0&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Left button, pen</source>
   <translation>Botón izquierdo, lápiz</translation>
  </message>
  <message>
   <source>draw with the current tool</source>
   <translation>dibujar con la herramienta actual</translation>
  </message>
  <message>
   <source>Right button</source>
   <translation>Botón derecho</translation>
  </message>
  <message>
   <source>pick a colour</source>
   <translation>tomar un color</translation>
  </message>
  <message>
   <source>Middle button, or hold {keys}</source>
   <translation>Botón central, o mantener {keys}</translation>
  </message>
  <message>
   <source>move the picture</source>
   <translation>mover la imagen</translation>
  </message>
  <message>
   <source>Hold {keys} and drag</source>
   <translation>Mantener {keys} y arrastrar</translation>
  </message>
  <message>
   <source>turn the picture</source>
   <translation>girar la imagen</translation>
  </message>
  <message>
   <source>Alt or Ctrl held</source>
   <translation>Alt o Ctrl pulsado</translation>
  </message>
  <message>
   <source>Wheel</source>
   <translation>Rueda</translation>
  </message>
  <message>
   <source>zoom at the pointer, with Ctrl in finer steps</source>
   <translation>zoom en el puntero, más fino con Ctrl</translation>
  </message>
  <message>
   <source>Shift and wheel</source>
   <translation>Mayús y rueda</translation>
  </message>
  <message>
   <source>rotate</source>
   <translation>girar</translation>
  </message>
  <message>
   <source>rotate; stand upright again</source>
   <translation>girar; enderezar</translation>
  </message>
  <message>
   <source>Two fingers, pinch</source>
   <translation>Dos dedos, pellizco</translation>
  </message>
  <message>
   <source>move, zoom and rotate, on touchpad and screen</source>
   <translation>mover, ampliar y girar, en panel táctil y pantalla</translation>
  </message>
  <message>
   <source>smaller and larger brush</source>
   <translation>pincel más pequeño y más grande</translation>
  </message>
  <message>
   <source>point, brush, fill, enclose and fill</source>
   <translation>punto, pincel, rellenar, rodear y rellenar</translation>
  </message>
  <message>
   <source>barrier, join regions</source>
   <translation>barrera, unir regiones</translation>
  </message>
  <message>
   <source>keep regions as they are, leave them uncoloured</source>
   <translation>mantener las regiones como están, dejarlas sin color</translation>
  </message>
  <message>
   <source>Second press with fill</source>
   <translation>Segunda pulsación con Rellenar</translation>
  </message>
  <message>
   <source>this piece of the region alone</source>
   <translation>solo este trozo de la región</translation>
  </message>
  <message>
   <source>to the next region without a colour, fill it</source>
   <translation>a la siguiente región sin color, rellenarla</translation>
  </message>
  <message>
   <source>shadow brush, eraser, move a hint</source>
   <translation>pincel de sombra, borrador, mover una pista</translation>
  </message>
  <message>
   <source>pick a colour, move the picture</source>
   <translation>tomar un color, mover la imagen</translation>
  </message>
  <message>
   <source>on a paint layer: paint, erase, fill</source>
   <translation>en una capa de pintura: pintar, borrar, rellenar</translation>
  </message>
  <message>
   <source>one more paint layer</source>
   <translation>otra capa de pintura</translation>
  </message>
  <message>
   <source>select a region, a colour or by a loop; Shift adds</source>
   <translation>seleccionar una región, un color o con un lazo; Mayús añade</translation>
  </message>
  <message>
   <source>paint or hints; Enter places a pasted picture</source>
   <translation>pintura o pistas; Intro coloca una imagen pegada</translation>
  </message>
  <message>
   <source>select nothing: paint goes everywhere again</source>
   <translation>no seleccionar nada: se pinta de nuevo en todas partes</translation>
  </message>
  <message>
   <source>Shift and point or brush</source>
   <translation>Mayús y punto o pincel</translation>
  </message>
  <message>
   <source>colour this region alone</source>
   <translation>colorear solo esta región</translation>
  </message>
  <message>
   <source>Shift and fill</source>
   <translation>Mayús y Rellenar</translation>
  </message>
  <message>
   <source>replace the colour under the pen everywhere</source>
   <translation>reemplazar en todas partes el color bajo el lápiz</translation>
  </message>
  <message>
   <source>Swatch dragged to the picture</source>
   <translation>Muestra arrastrada a la imagen</translation>
  </message>
  <message>
   <source>a point of its colour</source>
   <translation>un punto de su color</translation>
  </message>
  <message>
   <source>show every region in a colour of its own</source>
   <translation>mostrar cada región en un color propio</translation>
  </message>
  <message>
   <source>frame before and after, play the cut</source>
   <translation>fotograma anterior y siguiente, reproducir el plano</translation>
  </message>
  <message>
   <source>next doubtful region of the cut</source>
   <translation>siguiente región dudosa del plano</translation>
  </message>
  <message>
   <source>next colour pop of the cut</source>
   <translation>siguiente salto de color del plano</translation>
  </message>
  <message>
   <source>hide the hints and show them again</source>
   <translation>ocultar las pistas y mostrarlas de nuevo</translation>
  </message>
  <message>
   <source>canvas only, full screen</source>
   <translation>solo el lienzo, pantalla completa</translation>
  </message>
  <message>
   <source>Hold {keys}</source>
   <translation>Mantener {keys}</translation>
  </message>
  <message>
   <source>see the drawing alone</source>
   <translation>ver solo el dibujo</translation>
  </message>
  <message>
   <source>swap both colours</source>
   <translation>intercambiar ambos colores</translation>
  </message>
  <message>
   <source>preferences, where keys are changed</source>
   <translation>preferencias, donde se cambian las teclas</translation>
  </message>
  <message>
   <source>Esc while drawing</source>
   <translation>Esc al dibujar</translation>
  </message>
  <message>
   <source>give the stroke up</source>
   <translation>abandonar el trazo</translation>
  </message>
  <message>
   <source>Pen, mouse and keys</source>
   <translation>Lápiz, ratón y teclas</translation>
  </message>
  <message>
   <source>About Tintline</source>
   <translation>Acerca de Tintline</translation>
  </message>
 </context>
 <context>
  <name>HistoryPanel</name>
  <message>
   <source>History</source>
   <translation>Historial</translation>
  </message>
 </context>
 <context>
  <name>KeyField</name>
  <message>
   <source>Press keys</source>
   <translation>Pulse teclas</translation>
  </message>
  <message>
   <source>Keys of the command</source>
   <translation>Teclas de la orden</translation>
  </message>
  <message>
   <source>Press the new keys; Esc leaves the field</source>
   <translation>Pulse las teclas nuevas; Esc sale del campo</translation>
  </message>
 </context>
 <context>
  <name>KnownDrawings</name>
  <message>
   <source>Open &amp;recent</source>
   <translation>A&amp;brir reciente</translation>
  </message>
  <message>
   <source>Open sa&amp;mple</source>
   <translation>Abr&amp;ir ejemplo</translation>
  </message>
 </context>
 <context>
  <name>LayerBar</name>
  <message>
   <source>Add a paint layer</source>
   <translation>Añadir una capa de pintura</translation>
  </message>
  <message>
   <source>Merge down</source>
   <translation>Combinar hacia abajo</translation>
  </message>
  <message>
   <source>Delete the layer</source>
   <translation>Eliminar la capa</translation>
  </message>
  <message>
   <source>Lock alpha: paint changes colours alone</source>
   <translation>Bloquear alfa: pintar cambia solo los colores</translation>
  </message>
  <message>
   <source>Clip to regions: a stroke stays in the region it began in</source>
   <translation>Limitar a regiones: un trazo queda en la región donde empezó</translation>
  </message>
  <message>
   <source>Blend mode</source>
   <translation>Modo de fusión</translation>
  </message>
  <message>
   <source>How the layer joins what lies below it</source>
   <translation>Cómo se une la capa con lo que hay debajo</translation>
  </message>
  <message>
   <source>Group the layer</source>
   <translation>Agrupar la capa</translation>
  </message>
  <message>
   <source>Ungroup the layers</source>
   <translation>Desagrupar las capas</translation>
  </message>
 </context>
 <context>
  <name>LayerRow</name>
  <message>
   <source>Hide {layer}</source>
   <translation>Ocultar {layer}</translation>
  </message>
  <message>
   <source>Show {layer}</source>
   <translation>Mostrar {layer}</translation>
  </message>
  <message>
   <source>Light off</source>
   <translation>Luz apagada</translation>
  </message>
  <message>
   <source>{layer} holds next to nothing while the light is off</source>
   <translation>{layer} no contiene casi nada mientras la luz está apagada</translation>
  </message>
  <message>
   <source>Layer name</source>
   <translation>Nombre de la capa</translation>
  </message>
 </context>
 <context>
  <name>LayerWork</name>
  <message>
   <source>{layer} is hidden: show it to take something away.</source>
   <translation>{layer} está oculta: muéstrela para quitar algo.</translation>
  </message>
  <message>
   <source>The alpha of {layer} is locked: unlock it to take paint away.</source>
   <translation>El alfa de {layer} está bloqueado: desbloquéelo para quitar pintura.</translation>
  </message>
 </context>
 <context>
  <name>Layers</name>
  <message>
   <source>Colour</source>
   <translation>Color</translation>
  </message>
  <message>
   <source>Flats</source>
   <translation>Colores planos</translation>
  </message>
  <message>
   <source>Shade</source>
   <translation>Sombra</translation>
  </message>
  <message>
   <source>Highlight</source>
   <translation>Brillo</translation>
  </message>
  <message>
   <source>Line art</source>
   <translation>Líneas</translation>
  </message>
  <message>
   <source>Hints</source>
   <translation>Pistas</translation>
  </message>
 </context>
 <context>
  <name>LayersPanel</name>
  <message>
   <source>Layer opacity</source>
   <translation>Opacidad de la capa</translation>
  </message>
  <message>
   <source>Opacity</source>
   <translation>Opacidad</translation>
  </message>
  <message>
   <source>Space shows or hides, Alt and arrows or dragging move, F2 renames</source>
   <translation>Espacio muestra u oculta, Alt y flechas o arrastrar mueve, F2 renombra</translation>
  </message>
  <message>
   <source>Layers</source>
   <translation>Capas</translation>
  </message>
  <message>
   <source>Hide layer</source>
   <translation>Ocultar capa</translation>
  </message>
  <message>
   <source>Show layer</source>
   <translation>Mostrar capa</translation>
  </message>
  <message>
   <source>Move up</source>
   <translation>Subir</translation>
  </message>
  <message>
   <source>Move down</source>
   <translation>Bajar</translation>
  </message>
  <message>
   <source>Full opacity</source>
   <translation>Opacidad total</translation>
  </message>
  <message>
   <source>Add a paint layer above</source>
   <translation>Añadir una capa de pintura encima</translation>
  </message>
  <message>
   <source>Rename…</source>
   <translation>Renombrar…</translation>
  </message>
  <message>
   <source>Group</source>
   <translation>Agrupar</translation>
  </message>
  <message>
   <source>Ungroup</source>
   <translation>Desagrupar</translation>
  </message>
  <message>
   <source>Merge group</source>
   <translation>Combinar grupo</translation>
  </message>
  <message>
   <source>Merge down</source>
   <translation>Combinar hacia abajo</translation>
  </message>
  <message>
   <source>Delete group</source>
   <translation>Eliminar grupo</translation>
  </message>
  <message>
   <source>Delete layer</source>
   <translation>Eliminar capa</translation>
  </message>
 </context>
 <context>
  <name>LeakFinder</name>
  <message>
   <source>Gaps are not sought in drawings of more than {limit} million pixels; this one has {count} million. Open a smaller copy to look for them.</source>
   <translation>No se buscan huecos en dibujos de más de {limit} millones de píxeles; este tiene {count} millones. Abra una copia más pequeña.</translation>
  </message>
  <message>
   <source>Looking for gaps in the lines</source>
   <translation>Buscando huecos en las líneas</translation>
  </message>
  <message>
   <source>{closed} gaps closed for filling, {open} left open</source>
   <translation>{closed} huecos cerrados para rellenar, {open} abiertos</translation>
  </message>
 </context>
 <context>
  <name>LeftoverFinder</name>
  <message>
   <source>Every region has a colour</source>
   <translation>Todas las regiones tienen color</translation>
  </message>
  <message>
   <source>Region {number} of {count} without a colour</source>
   <translation>Región {number} de {count} sin color</translation>
  </message>
 </context>
 <context>
  <name>LightControl</name>
  <message>
   <source>The light is off: turn it on in its panel to see what you paint.</source>
   <translation>La luz está apagada: enciéndala en su panel para ver lo que pinta.</translation>
  </message>
 </context>
 <context>
  <name>LightDial</name>
  <message>
   <source>Direction of the light</source>
   <translation>Dirección de la luz</translation>
  </message>
  <message>
   <source>Degrees clockwise from above; arrows turn by 5, Page Up and Page Down by 45</source>
   <translation>Grados en sentido horario desde arriba; las flechas giran 5, Re Pág y Av Pág 45</translation>
  </message>
 </context>
 <context>
  <name>LightHandle</name>
  <message>
   <source>Handle of the light</source>
   <translation>Asa de la luz</translation>
  </message>
  <message>
   <source>Drag to turn the light; with Shift in steps of 15°</source>
   <translation>Arrastre para girar la luz; con Mayús en pasos de 15°</translation>
  </message>
 </context>
 <context>
  <name>LightPanel</name>
  <message>
   <source>Light</source>
   <translation>Luz</translation>
  </message>
  <message>
   <source>Cel</source>
   <translation>Cel</translation>
  </message>
  <message>
   <source>One tone of shade, crisp</source>
   <translation>Un tono de sombra, nítido</translation>
  </message>
  <message>
   <source>Two tones</source>
   <translation>Dos tonos</translation>
  </message>
  <message>
   <source>Two tones of shade, crisp</source>
   <translation>Dos tonos de sombra, nítidos</translation>
  </message>
  <message>
   <source>Soft</source>
   <translation>Suave</translation>
  </message>
  <message>
   <source>Shade that fades</source>
   <translation>Sombra que se desvanece</translation>
  </message>
  <message>
   <source>Strength of shade</source>
   <translation>Fuerza de la sombra</translation>
  </message>
  <message>
   <source>Strength of highlights</source>
   <translation>Fuerza de los brillos</translation>
  </message>
  <message>
   <source>Tint of shade</source>
   <translation>Tinte de la sombra</translation>
  </message>
  <message>
   <source>Tint of highlights</source>
   <translation>Tinte de los brillos</translation>
  </message>
  <message>
   <source>Shade</source>
   <translation>Sombra</translation>
  </message>
  <message>
   <source>Paint shade with the brush (S)</source>
   <translation>Pintar sombra con el pincel (S)</translation>
  </message>
  <message>
   <source>Paint highlights with the brush (S)</source>
   <translation>Pintar brillos con el pincel (S)</translation>
  </message>
  <message>
   <source>Neither</source>
   <translation>Ninguno</translation>
  </message>
  <message>
   <source>Take shade and highlights away with the brush (S)</source>
   <translation>Quitar sombra y brillos con el pincel (S)</translation>
  </message>
  <message>
   <source>Day: from the upper left, cool shade</source>
   <translation>Día: desde arriba a la izquierda, sombra fría</translation>
  </message>
  <message>
   <source>Dusk: from low at the left, violet shade</source>
   <translation>Crepúsculo: desde abajo a la izquierda, sombra violeta</translation>
  </message>
  <message>
   <source>Lamp: from the upper right, strong and warm</source>
   <translation>Lámpara: desde arriba a la derecha, fuerte y cálida</translation>
  </message>
  <message>
   <source>Rim: from behind</source>
   <translation>Contraluz: desde atrás</translation>
  </message>
  <message>
   <source>In an animation: turn the light with the figure, not with the camera</source>
   <translation>En una animación: girar la luz con la figura, no con la cámara</translation>
  </message>
  <message>
   <source>Highlights</source>
   <translation>Brillos</translation>
  </message>
  <message>
   <source>Brush</source>
   <translation>Pincel</translation>
  </message>
  <message>
   <source>from {angle}°</source>
   <translation>desde {angle}°</translation>
  </message>
 </context>
 <context>
  <name>LineColorMenu</name>
  <message>
   <source>&amp;Colour of lines</source>
   <translation>&amp;Color de las líneas</translation>
  </message>
  <message>
   <source>As they are &amp;drawn</source>
   <translation>Como se &amp;dibujaron</translation>
  </message>
  <message>
   <source>A dark tone of the colour &amp;beside each</source>
   <translation>Un tono oscuro del color &amp;vecino</translation>
  </message>
  <message>
   <source>&amp;One colour…</source>
   <translation>&amp;Un solo color…</translation>
  </message>
  <message>
   <source>Colour of the lines</source>
   <translation>Color de las líneas</translation>
  </message>
 </context>
 <context>
  <name>LineControl</name>
  <message>
   <source>dark lines</source>
   <translation>líneas oscuras</translation>
  </message>
  <message>
   <source>light lines</source>
   <translation>líneas claras</translation>
  </message>
  <message>
   <source>ink on nothing</source>
   <translation>tinta sobre nada</translation>
  </message>
  <message>
   <source>&amp;Find out</source>
   <translation>&amp;Automático</translation>
  </message>
  <message>
   <source>&amp;Dark lines on lighter paper</source>
   <translation>&amp;Líneas oscuras en papel más claro</translation>
  </message>
  <message>
   <source>&amp;Light lines on darker paper</source>
   <translation>Líneas &amp;claras en papel más oscuro</translation>
  </message>
  <message>
   <source>&amp;All that is on a transparent sheet</source>
   <translation>&amp;Todo lo que hay en una hoja transparente</translation>
  </message>
  <message>
   <source>&amp;Lines</source>
   <translation>Lí&amp;neas</translation>
  </message>
  <message>
   <source>&amp;Take the paper off</source>
   <translation>&amp;Quitar el papel</translation>
  </message>
  <message>
   <source>Reading the lines…</source>
   <translation>Leyendo las líneas…</translation>
  </message>
  <message>
   <source>no paper</source>
   <translation>sin papel</translation>
  </message>
  <message>
   <source>as you chose</source>
   <translation>como se eligió</translation>
  </message>
  <message>
   <source>as found out</source>
   <translation>como se detectó</translation>
  </message>
  <message>
   <source>What of the drawing is line: {how}</source>
   <translation>Qué es línea en el dibujo: {how}</translation>
  </message>
 </context>
 <context>
  <name>Listings</name>
  <message>
   <source>Looking for generators…</source>
   <translation>Buscando generadores…</translation>
  </message>
  <message>
   <source>Checking generators…</source>
   <translation>Comprobando generadores…</translation>
  </message>
  <message>
   <source>Reading samples…</source>
   <translation>Leyendo ejemplos…</translation>
  </message>
 </context>
 <context>
  <name>LiveColorizer</name>
  <message>
   <source>loading the generator</source>
   <translation>cargando el generador</translation>
  </message>
  <message>
   <source>not up to date; Colour now colours it</source>
   <translation>no está al día; Colorear ahora lo colorea</translation>
  </message>
  <message>
   <source>{device} · colouring…</source>
   <translation>{device} · coloreando…</translation>
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
   <translation>falló el coloreado</translation>
  </message>
  <message>
   <source>Hints alone fill the picture until you choose another generator.</source>
   <translation>Las pistas solas rellenan la imagen hasta que elija otro generador.</translation>
  </message>
  <message>
   <source>preview</source>
   <translation>vista previa</translation>
  </message>
  <message>
   <source>final</source>
   <translation>final</translation>
  </message>
  <message>
   <source>full size</source>
   <translation>tamaño completo</translation>
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
   <translation>Color</translation>
  </message>
  <message>
   <source>Palette</source>
   <translation>Paleta</translation>
  </message>
  <message>
   <source>Tags</source>
   <translation>Etiquetas</translation>
  </message>
  <message>
   <source>Generator</source>
   <translation>Generador</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Luz</translation>
  </message>
  <message>
   <source>Layers</source>
   <translation>Capas</translation>
  </message>
  <message>
   <source>History</source>
   <translation>Historial</translation>
  </message>
  <message>
   <source>Reference</source>
   <translation>Referencia</translation>
  </message>
  <message>
   <source>Animation</source>
   <translation>Animación</translation>
  </message>
 </context>
 <context>
  <name>Manual</name>
  <message>
   <source>Manual</source>
   <translation>Manual</translation>
  </message>
  <message>
   <source>Contents of the manual</source>
   <translation>Contenido del manual</translation>
  </message>
  <message>
   <source>Search the manual</source>
   <translation>Buscar en el manual</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Atrás</translation>
  </message>
  <message>
   <source>Forward</source>
   <translation>Adelante</translation>
  </message>
  <message>
   <source>Not found</source>
   <translation>No encontrado</translation>
  </message>
 </context>
 <context>
  <name>ManualPage</name>
  <message>
   <source>Page of the manual</source>
   <translation>Página del manual</translation>
  </message>
 </context>
 <context>
  <name>Messages</name>
  <message>
   <source>Hints are hidden: show their layer to see what you draw.</source>
   <translation>Las pistas están ocultas: muestre su capa para ver lo que dibuja.</translation>
  </message>
  <message>
   <source>Hints are hidden: show their layer to erase them.</source>
   <translation>Las pistas están ocultas: muestre su capa para borrarlas.</translation>
  </message>
 </context>
 <context>
  <name>MiniMap</name>
  <message>
   <source>Mini map</source>
   <translation>Minimapa</translation>
  </message>
  <message>
   <source>Arrows move the view</source>
   <translation>Las flechas mueven la vista</translation>
  </message>
 </context>
 <context>
  <name>OnionButton</name>
  <message>
   <source>Onion skin: show the frames before and after</source>
   <translation>Papel cebolla: mostrar los fotogramas anteriores y siguientes</translation>
  </message>
  <message>
   <source>Frames before</source>
   <translation>Fotogramas antes</translation>
  </message>
  <message>
   <source>Frames after</source>
   <translation>Fotogramas después</translation>
  </message>
  <message>
   <source>Strength of the onion skin</source>
   <translation>Fuerza del papel cebolla</translation>
  </message>
  <message>
   <source>Before</source>
   <translation>Antes</translation>
  </message>
  <message>
   <source>After</source>
   <translation>Después</translation>
  </message>
  <message>
   <source>Strength</source>
   <translation>Fuerza</translation>
  </message>
 </context>
 <context>
  <name>OptionsBar</name>
  <message>
   <source>Brush options</source>
   <translation>Opciones del pincel</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Tamaño</translation>
  </message>
  <message>
   <source>Brush size</source>
   <translation>Tamaño del pincel</translation>
  </message>
  <message>
   <source> px</source>
   <translation> px</translation>
  </message>
  <message>
   <source>Brush size in pixels</source>
   <translation>Tamaño del pincel en píxeles</translation>
  </message>
 </context>
 <context>
  <name>PaintBar</name>
  <message>
   <source>Hardness</source>
   <translation>Dureza</translation>
  </message>
  <message>
   <source>At 100 % every pixel is painted fully or not at all</source>
   <translation>Al 100 % cada píxel se pinta del todo o nada</translation>
  </message>
  <message>
   <source>Opacity</source>
   <translation>Opacidad</translation>
  </message>
  <message>
   <source>Of a stroke, however often it crosses itself</source>
   <translation>De un trazo, por mucho que se cruce</translation>
  </message>
  <message>
   <source>Fade by pressure</source>
   <translation>Opacidad por presión</translation>
  </message>
  <message>
   <source>Pressure changes opacity</source>
   <translation>La presión cambia la opacidad</translation>
  </message>
  <message>
   <source>On {layer}</source>
   <translation>En {layer}</translation>
  </message>
 </context>
 <context>
  <name>PaintControl</name>
  <message>
   <source>The regions are being found; paint again in a moment.</source>
   <translation>Se están buscando las regiones; pinte de nuevo en un momento.</translation>
  </message>
  <message>
   <source>Begin the stroke in a region of the drawing.</source>
   <translation>Empiece el trazo en una región del dibujo.</translation>
  </message>
 </context>
 <context>
  <name>PalettePanel</name>
  <message>
   <source>Lock palette</source>
   <translation>Bloquear paleta</translation>
  </message>
  <message>
   <source>Add the brush's colour</source>
   <translation>Añadir el color del pincel</translation>
  </message>
  <message>
   <source>Add the colours of the picture and of all hints</source>
   <translation>Añadir los colores de la imagen y de todas las pistas</translation>
  </message>
  <message>
   <source>Open a palette: GIMP, Adobe, Procreate, #rrggbb lines…</source>
   <translation>Abrir una paleta: GIMP, Adobe, Procreate, líneas #rrggbb…</translation>
  </message>
  <message>
   <source>Save as a GIMP palette</source>
   <translation>Guardar como paleta de GIMP</translation>
  </message>
  <message>
   <source>Swatches</source>
   <translation>Muestras</translation>
  </message>
  <message>
   <source>No swatches yet. Add the brush's colour, collect those of the hints, or drop a palette file on the window.</source>
   <translation>Aún no hay muestras. Añada el color del pincel, reúna los de las pistas o suelte un archivo de paleta en la ventana.</translation>
  </message>
  <message>
   <source>Colour of the swatch</source>
   <translation>Color de la muestra</translation>
  </message>
  <message>
   <source>Tone of the swatch</source>
   <translation>Tono de la muestra</translation>
  </message>
  <message>
   <source>set {number}</source>
   <translation>juego {number}</translation>
  </message>
  <message>
   <source>Colour with these swatches alone; a colour between them takes the nearest</source>
   <translation>Colorear solo con estas muestras; un color intermedio toma la más próxima</translation>
  </message>
  <message>
   <source>Add swatches first: then colouring can be held to them</source>
   <translation>Añada antes muestras: entonces se puede limitar el coloreado a ellas</translation>
  </message>
  <message>
   <source>Remove all swatches</source>
   <translation>Quitar todas las muestras</translation>
  </message>
 </context>
 <context>
  <name>PanelDocks</name>
  <message>
   <source>Panels</source>
   <translation>Paneles</translation>
  </message>
 </context>
 <context>
  <name>PenPage</name>
  <message>
   <source>Pen</source>
   <translation>Lápiz</translation>
  </message>
  <message>
   <source> px</source>
   <translation> px</translation>
  </message>
  <message>
   <source>off</source>
   <translation>apagado</translation>
  </message>
  <message>
   <source>Steady hand</source>
   <translation>Mano firme</translation>
  </message>
  <message>
   <source>draws, in place of moving the picture</source>
   <translation>dibuja, en vez de mover la imagen</translation>
  </message>
  <message>
   <source>Soft</source>
   <translation>Blanda</translation>
  </message>
  <message>
   <source>Straight</source>
   <translation>Recta</translation>
  </message>
  <message>
   <source>Firm</source>
   <translation>Firme</translation>
  </message>
  <message>
   <source>Strokes</source>
   <translation>Trazos</translation>
  </message>
  <message>
   <source>One finger</source>
   <translation>Un dedo</translation>
  </message>
  <message>
   <source>To the right: how hard the pen is pressed. Upwards: what that counts as. Click the curve for another point and drag it; a double click takes it away.</source>
   <translation>A la derecha: cuánto se aprieta el lápiz. Arriba: cuánto cuenta. Un clic en la curva añade un punto que se arrastra; un doble clic lo quita.</translation>
  </message>
 </context>
 <context>
  <name>PerformancePage</name>
  <message>
   <source>Performance</source>
   <translation>Rendimiento</translation>
  </message>
  <message>
   <source>Device</source>
   <translation>Dispositivo</translation>
  </message>
  <message>
   <source>Automatic</source>
   <translation>Automático</translation>
  </message>
  <message>
   <source>GPU (CUDA)</source>
   <translation>GPU (CUDA)</translation>
  </message>
  <message>
   <source>all {count}</source>
   <translation>todos ({count})</translation>
  </message>
  <message>
   <source>Processor cores</source>
   <translation>Núcleos del procesador</translation>
  </message>
  <message>
   <source> MB</source>
   <translation> MB</translation>
  </message>
  <message>
   <source>Memory for drawings that were read</source>
   <translation>Memoria para dibujos leídos</translation>
  </message>
  <message>
   <source>Compute on</source>
   <translation>Calcular en</translation>
  </message>
  <message>
   <source>Memory for drawings</source>
   <translation>Memoria para dibujos</translation>
  </message>
  <message>
   <source>What was read of a drawing is kept in memory, so that a stroke need not wait for it. Fewer cores leave more to other programs.</source>
   <translation>Lo leído de un dibujo queda en memoria, para que un trazo no espere. Menos núcleos dejan más a otros programas.</translation>
  </message>
 </context>
 <context>
  <name>PixelSlider</name>
  <message>
   <source>As the drawing's size suggests</source>
   <translation>Según el tamaño del dibujo</translation>
  </message>
  <message>
   <source>Usual</source>
   <translation>Habitual</translation>
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
   <translation>Tamaño</translation>
  </message>
  <message>
   <source> %</source>
   <translation> %</translation>
  </message>
  <message>
   <source>Angle</source>
   <translation>Ángulo</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>Colocar</translation>
  </message>
  <message>
   <source>Make it a layer (Enter)</source>
   <translation>Convertir en capa (Intro)</translation>
  </message>
  <message>
   <source>Give up</source>
   <translation>Abandonar</translation>
  </message>
  <message>
   <source>Paste nothing (Esc)</source>
   <translation>No pegar nada (Esc)</translation>
  </message>
 </context>
 <context>
  <name>PlaceControl</name>
  <message>
   <source>Pasted</source>
   <translation>Pegado</translation>
  </message>
 </context>
 <context>
  <name>Player</name>
  <message>
   <source>Play</source>
   <translation>Reproducir</translation>
  </message>
  <message>
   <source>Previous frame</source>
   <translation>Fotograma anterior</translation>
  </message>
  <message>
   <source>Next frame</source>
   <translation>Fotograma siguiente</translation>
  </message>
  <message>
   <source>Repeat</source>
   <translation>Repetir</translation>
  </message>
  <message>
   <source>Halt at colour pops</source>
   <translation>Parar en los saltos de color</translation>
  </message>
  <message>
   <source>Play on the canvas</source>
   <translation>Reproducir en el lienzo</translation>
  </message>
  <message>
   <source> fps</source>
   <translation> fps</translation>
  </message>
  <message>
   <source>Frames per second</source>
   <translation>Fotogramas por segundo</translation>
  </message>
  <message>
   <source>Frame</source>
   <translation>Fotograma</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>Pausa</translation>
  </message>
 </context>
 <context>
  <name>PreferencesDialog</name>
  <message>
   <source>Preferences</source>
   <translation>Preferencias</translation>
  </message>
  <message>
   <source>Pages</source>
   <translation>Páginas</translation>
  </message>
 </context>
 <context>
  <name>RecoveryKeeper</name>
  <message>
   <source>Keeping unsaved work…</source>
   <translation>Guardando copia del trabajo…</translation>
  </message>
  <message>
   <source>Unsaved work is not kept for recovery: {reason}</source>
   <translation>No se guarda copia del trabajo sin guardar: {reason}</translation>
  </message>
 </context>
 <context>
  <name>ReferenceControl</name>
  <message>
   <source>Pictures ({endings});;All files (*)</source>
   <translation>Imágenes ({endings});;Todos los archivos (*)</translation>
  </message>
  <message>
   <source>{name}: open a line drawing first</source>
   <translation>{name}: abra antes un dibujo de línea</translation>
  </message>
  <message>
   <source>Colours come from {count} drawings</source>
   <translation>Los colores vienen de {count} dibujos</translation>
  </message>
  <message>
   <source>Colours come from {name}</source>
   <translation>Los colores vienen de {name}</translation>
  </message>
  <message>
   <source>Reading {name}…</source>
   <translation>Leyendo {name}…</translation>
  </message>
  <message>
   <source>Now click the same place in the drawing; Escape gives up</source>
   <translation>Ahora haga clic en el mismo lugar del dibujo; Escape lo abandona</translation>
  </message>
  <message>
   <source>Palette of the references: {count} swatches</source>
   <translation>Paleta de las referencias: {count} muestras</translation>
  </message>
 </context>
 <context>
  <name>ReferencePanel</name>
  <message>
   <source>Add coloured drawings to take colours from</source>
   <translation>Añadir dibujos coloreados de los que tomar colores</translation>
  </message>
  <message>
   <source>Remove the reference that is shown</source>
   <translation>Quitar la referencia mostrada</translation>
  </message>
  <message>
   <source>Pair places: click one here, then the same one in the drawing</source>
   <translation>Emparejar lugares: clic aquí, luego en el mismo lugar del dibujo</translation>
  </message>
  <message>
   <source>Forget all paired places</source>
   <translation>Olvidar todas las parejas</translation>
  </message>
  <message>
   <source>Make the palette of these drawings, and lock it</source>
   <translation>Hacer la paleta de estos dibujos y bloquearla</translation>
  </message>
  <message>
   <source>Drop coloured drawings of the same character here: a model sheet, or last week's picture. Regions take their colours from them.</source>
   <translation>Suelte aquí dibujos coloreados del mismo personaje: una hoja de modelo o la imagen de la semana pasada. Las regiones toman de ellos sus colores.</translation>
  </message>
  <message>
   <source>References</source>
   <translation>Referencias</translation>
  </message>
  <message>
   <source>Regions to look at</source>
   <translation>Regiones por revisar</translation>
  </message>
  <message>
   <source>Reference {number}</source>
   <translation>Referencia {number}</translation>
  </message>
  <message>
   <source>Open at {place} ({pixels} px)</source>
   <translation>Sin decidir en {place} ({pixels} px)</translation>
  </message>
  <message>
   <source>{share} % sure at {place}</source>
   <translation>Seguro al {share} % en {place}</translation>
  </message>
  <message>
   <source>Click a place in the reference.</source>
   <translation>Haga clic en un lugar de la referencia.</translation>
  </message>
  <message>
   <source>Now click the same place in the drawing.</source>
   <translation>Ahora haga clic en el mismo lugar del dibujo.</translation>
  </message>
  <message>
   <source>{told} regions coloured, {open} open, {unsure} to look at</source>
   <translation>{told} regiones coloreadas, {open} sin decidir, {unsure} por revisar</translation>
  </message>
 </context>
 <context>
  <name>ReferenceView</name>
  <message>
   <source>Reference</source>
   <translation>Referencia</translation>
  </message>
 </context>
 <context>
  <name>RegionFinder</name>
  <message>
   <source>Finding the regions…</source>
   <translation>Buscando las regiones…</translation>
  </message>
 </context>
 <context>
  <name>ReportPage</name>
  <message>
   <source>The report follows when all frames are done.</source>
   <translation>El informe llega cuando todos los fotogramas están hechos.</translation>
  </message>
  <message>
   <source>Open report</source>
   <translation>Abrir informe</translation>
  </message>
  <message>
   <source>Contact sheet and figures, in the browser</source>
   <translation>Hoja de contactos y cifras, en el navegador</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>Siguiente</translation>
  </message>
  <message>
   <source>Open the next doubtful region (D)</source>
   <translation>Abrir la siguiente región dudosa (D)</translation>
  </message>
  <message>
   <source>Next doubtful region</source>
   <translation>Siguiente región dudosa</translation>
  </message>
  <message>
   <source>Findings</source>
   <translation>Hallazgos</translation>
  </message>
  <message>
   <source>Double-click to correct this frame</source>
   <translation>Doble clic para corregir este fotograma</translation>
  </message>
 </context>
 <context>
  <name>SampleCard</name>
  <message>
   <source>Sample: {title}</source>
   <translation>Ejemplo: {title}</translation>
  </message>
 </context>
 <context>
  <name>Seeing</name>
  <message>
   <source>{keys} brings the panels back</source>
   <translation>{keys} devuelve los paneles</translation>
  </message>
 </context>
 <context>
  <name>SelectBar</name>
  <message>
   <source>Region</source>
   <translation>Región</translation>
  </message>
  <message>
   <source>A press selects a region, a loop what it holds</source>
   <translation>Una pulsación selecciona una región, un lazo lo que contiene</translation>
  </message>
  <message>
   <source>Colour</source>
   <translation>Color</translation>
  </message>
  <message>
   <source>A press selects every pixel of its colour</source>
   <translation>Una pulsación selecciona todos los píxeles de su color</translation>
  </message>
  <message>
   <source>New</source>
   <translation>Nueva</translation>
  </message>
  <message>
   <source>Select this alone</source>
   <translation>Seleccionar solo esto</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>Añadir</translation>
  </message>
  <message>
   <source>Select this as well (Shift)</source>
   <translation>Seleccionar también esto (Mayús)</translation>
  </message>
  <message>
   <source>Take away</source>
   <translation>Quitar</translation>
  </message>
  <message>
   <source>Select this no longer</source>
   <translation>Dejar de seleccionar esto</translation>
  </message>
  <message>
   <source>All</source>
   <translation>Todo</translation>
  </message>
  <message>
   <source>Select all (Ctrl+A)</source>
   <translation>Seleccionar todo (Ctrl+A)</translation>
  </message>
  <message>
   <source>None</source>
   <translation>Nada</translation>
  </message>
  <message>
   <source>Select nothing (Ctrl+Shift+A)</source>
   <translation>No seleccionar nada (Ctrl+Mayús+A)</translation>
  </message>
  <message>
   <source>Invert</source>
   <translation>Invertir</translation>
  </message>
  <message>
   <source>Select the rest (Ctrl+Shift+I)</source>
   <translation>Seleccionar el resto (Ctrl+Mayús+I)</translation>
  </message>
 </context>
 <context>
  <name>SetsRow</name>
  <message>
   <source>Colour set</source>
   <translation>Juego de colores</translation>
  </message>
  <message>
   <source>The colours of a scene, as day or night. Type another name to rename it.</source>
   <translation>Los colores de una escena, como día o noche. Escriba otro nombre para renombrarlo.</translation>
  </message>
  <message>
   <source>Name of the colour set</source>
   <translation>Nombre del juego de colores</translation>
  </message>
  <message>
   <source>One more colour set, like this one</source>
   <translation>Otro juego de colores, como este</translation>
  </message>
  <message>
   <source>Remove this colour set</source>
   <translation>Eliminar este juego de colores</translation>
  </message>
 </context>
 <context>
  <name>Shortcuts</name>
  <message>
   <source>Move the picture, held</source>
   <translation>Mover la imagen, mantenida</translation>
  </message>
  <message>
   <source>Turn the picture, held</source>
   <translation>Girar la imagen, mantenida</translation>
  </message>
  <message>
   <source>Show the drawing without colours, held</source>
   <translation>Mostrar el dibujo sin colores, mantenida</translation>
  </message>
 </context>
 <context>
  <name>ShortcutsPage</name>
  <message>
   <source>Keys</source>
   <translation>Teclas</translation>
  </message>
  <message>
   <source>Keys as in</source>
   <translation>Teclas como en</translation>
  </message>
  <message>
   <source>Search commands and keys</source>
   <translation>Buscar órdenes y teclas</translation>
  </message>
  <message>
   <source>Clear</source>
   <translation>Vaciar</translation>
  </message>
  <message>
   <source>Reset</source>
   <translation>Restablecer</translation>
  </message>
  <message>
   <source>Reset all</source>
   <translation>Restablecer todo</translation>
  </message>
  <message>
   <source>Take it over</source>
   <translation>Tomarla</translation>
  </message>
  <message>
   <source>Commands</source>
   <translation>Órdenes</translation>
  </message>
  <message>
   <source>Command</source>
   <translation>Orden</translation>
  </message>
  <message>
   <source>On the canvas</source>
   <translation>En el lienzo</translation>
  </message>
  <message>
   <source>{keys} is the key of “{command}”, which would be without it.</source>
   <translation>{keys} es la tecla de «{command}», que quedaría sin ella.</translation>
  </message>
  <message>
   <source>{keys} is a key of “{command}”, which would keep its others.</source>
   <translation>{keys} es una tecla de «{command}», que conservaría las demás.</translation>
  </message>
 </context>
 <context>
  <name>SideBySide</name>
  <message>
   <source>Take a snapshot</source>
   <translation>Tomar una instantánea</translation>
  </message>
  <message>
   <source>One of each generator</source>
   <translation>Una de cada generador</translation>
  </message>
  <message>
   <source>Back to the drawing</source>
   <translation>Volver al dibujo</translation>
  </message>
  <message>
   <source>There are no snapshots yet</source>
   <translation>Aún no hay instantáneas</translation>
  </message>
  <message>
   <source>Colouring…</source>
   <translation>Coloreando…</translation>
  </message>
  <message>
   <source>Use</source>
   <translation>Usar</translation>
  </message>
  <message>
   <source>Compare</source>
   <translation>Comparar</translation>
  </message>
  <message>
   <source>Forget</source>
   <translation>Olvidar</translation>
  </message>
 </context>
 <context>
  <name>Snapshots</name>
  <message>
   <source>Snapshot {number}</source>
   <translation>Instantánea {number}</translation>
  </message>
  <message>
   <source>{title} taken</source>
   <translation>{title} tomada</translation>
  </message>
  <message>
   <source>Colouring by each generator…</source>
   <translation>Coloreando con cada generador…</translation>
  </message>
  <message>
   <source>{title} gives no snapshot: {reason}</source>
   <translation>{title} no da ninguna instantánea: {reason}</translation>
  </message>
  <message>
   <source>Snapshots of the generators taken</source>
   <translation>Instantáneas de los generadores tomadas</translation>
  </message>
 </context>
 <context>
  <name>StartPage</name>
  <message>
   <source>Or try a sample</source>
   <translation>O pruebe un ejemplo</translation>
  </message>
  <message>
   <source>Recent</source>
   <translation>Recientes</translation>
  </message>
  <message>
   <source>Open a line drawing, or drop one here</source>
   <translation>Abra un dibujo de línea, o suéltelo aquí</translation>
  </message>
  <message>
   <source>PNG, JPEG, WebP, TIFF, BMP, PSD or a Tintline project</source>
   <translation>PNG, JPEG, WebP, TIFF, BMP, PSD o un proyecto de Tintline</translation>
  </message>
  <message>
   <source>Open…</source>
   <translation>Abrir…</translation>
  </message>
  <message>
   <source>Tour of two minutes</source>
   <translation>Recorrido de dos minutos</translation>
  </message>
 </context>
 <context>
  <name>StatusLine</name>
  <message>
   <source>Device, stage and time of the colouring</source>
   <translation>Dispositivo, etapa y tiempo del coloreado</translation>
  </message>
  <message>
   <source>Hints obeyed, and the palette lock</source>
   <translation>Pistas seguidas y bloqueo de paleta</translation>
  </message>
  <message>
   <source>What decides the colours besides the hints</source>
   <translation>Qué decide los colores además de las pistas</translation>
  </message>
  <message>
   <source>Zoom; click to fit the picture</source>
   <translation>Zoom; clic para ajustar la imagen</translation>
  </message>
  <message>
   <source>hints obeyed {obeyed}/{visible}</source>
   <translation>pistas seguidas {obeyed}/{visible}</translation>
  </message>
  <message>
   <source>off palette {before} → {after} px</source>
   <translation>fuera de paleta {before} → {after} px</translation>
  </message>
  <message>
   <source>{count} ambiguous</source>
   <translation>{count} ambiguos</translation>
  </message>
  <message>
   <source>Two swatches were nearly as near:</source>
   <translation>Dos muestras estaban casi igual de cerca:</translation>
  </message>
  <message>
   <source>{wanted} at {x}, {y} ({pixels} px): {chosen}, or {other}</source>
   <translation>{wanted} en {x}, {y} ({pixels} px): {chosen}, o {other}</translation>
  </message>
  <message>
   <source>{size} px</source>
   <translation>{size} px</translation>
  </message>
  <message>
   <source>mirrored</source>
   <translation>reflejado</translation>
  </message>
 </context>
 <context>
  <name>Swatch</name>
  <message>
   <source>Empty swatch</source>
   <translation>Muestra vacía</translation>
  </message>
 </context>
 <context>
  <name>SwatchPair</name>
  <message>
   <source>Second colour {color}: click to swap</source>
   <translation>Segundo color {color}: clic para intercambiar</translation>
  </message>
 </context>
 <context>
  <name>Swatches</name>
  <message>
   <source>Highlight</source>
   <translation>Brillo</translation>
  </message>
  <message>
   <source>Shade 1</source>
   <translation>Sombra 1</translation>
  </message>
  <message>
   <source>Shade 2</source>
   <translation>Sombra 2</translation>
  </message>
  <message>
   <source>shade 1</source>
   <translation>sombra 1</translation>
  </message>
  <message>
   <source>shade 2</source>
   <translation>sombra 2</translation>
  </message>
  <message>
   <source>highlight</source>
   <translation>brillo</translation>
  </message>
  <message>
   <source>Paint with {color}</source>
   <translation>Pintar con {color}</translation>
  </message>
  <message>
   <source>Change colour…</source>
   <translation>Cambiar color…</translation>
  </message>
  <message>
   <source>Replace by {color} everywhere</source>
   <translation>Reemplazar en todas partes por {color}</translation>
  </message>
  <message>
   <source>Merge into</source>
   <translation>Combinar con</translation>
  </message>
  <message>
   <source>Remove swatch</source>
   <translation>Quitar muestra</translation>
  </message>
  <message>
   <source>Tones</source>
   <translation>Tonos</translation>
  </message>
  <message>
   <source>derived</source>
   <translation>derivado</translation>
  </message>
  <message>
   <source>The brush's colour {color}</source>
   <translation>El color del pincel {color}</translation>
  </message>
  <message>
   <source>Derived by the light</source>
   <translation>Derivado de la luz</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>Elegir…</translation>
  </message>
 </context>
 <context>
  <name>Tags</name>
  <message>
   <source>Hair</source>
   <translation>Pelo</translation>
  </message>
  <message>
   <source>blonde</source>
   <translation>rubio</translation>
  </message>
  <message>
   <source>blonde hair</source>
   <translation>pelo rubio</translation>
  </message>
  <message>
   <source>brown</source>
   <translation>marrón</translation>
  </message>
  <message>
   <source>brown hair</source>
   <translation>pelo marrón</translation>
  </message>
  <message>
   <source>black</source>
   <translation>negro</translation>
  </message>
  <message>
   <source>black hair</source>
   <translation>pelo negro</translation>
  </message>
  <message>
   <source>blue</source>
   <translation>azul</translation>
  </message>
  <message>
   <source>blue hair</source>
   <translation>pelo azul</translation>
  </message>
  <message>
   <source>purple</source>
   <translation>morado</translation>
  </message>
  <message>
   <source>purple hair</source>
   <translation>pelo morado</translation>
  </message>
  <message>
   <source>pink</source>
   <translation>rosa</translation>
  </message>
  <message>
   <source>pink hair</source>
   <translation>pelo rosa</translation>
  </message>
  <message>
   <source>silver</source>
   <translation>plateado</translation>
  </message>
  <message>
   <source>silver hair</source>
   <translation>pelo plateado</translation>
  </message>
  <message>
   <source>green</source>
   <translation>verde</translation>
  </message>
  <message>
   <source>green hair</source>
   <translation>pelo verde</translation>
  </message>
  <message>
   <source>red</source>
   <translation>rojo</translation>
  </message>
  <message>
   <source>red hair</source>
   <translation>pelo rojo</translation>
  </message>
  <message>
   <source>white</source>
   <translation>blanco</translation>
  </message>
  <message>
   <source>white hair</source>
   <translation>pelo blanco</translation>
  </message>
  <message>
   <source>orange</source>
   <translation>naranja</translation>
  </message>
  <message>
   <source>orange hair</source>
   <translation>pelo naranja</translation>
  </message>
  <message>
   <source>grey</source>
   <translation>gris</translation>
  </message>
  <message>
   <source>grey hair</source>
   <translation>pelo gris</translation>
  </message>
  <message>
   <source>aqua</source>
   <translation>turquesa</translation>
  </message>
  <message>
   <source>aqua hair</source>
   <translation>pelo turquesa</translation>
  </message>
  <message>
   <source>light brown</source>
   <translation>castaño claro</translation>
  </message>
  <message>
   <source>light brown hair</source>
   <translation>pelo castaño claro</translation>
  </message>
  <message>
   <source>Eyes</source>
   <translation>Ojos</translation>
  </message>
  <message>
   <source>blue eyes</source>
   <translation>ojos azules</translation>
  </message>
  <message>
   <source>red eyes</source>
   <translation>ojos rojos</translation>
  </message>
  <message>
   <source>brown eyes</source>
   <translation>ojos marrones</translation>
  </message>
  <message>
   <source>green eyes</source>
   <translation>ojos verdes</translation>
  </message>
  <message>
   <source>purple eyes</source>
   <translation>ojos morados</translation>
  </message>
  <message>
   <source>yellow</source>
   <translation>amarillo</translation>
  </message>
  <message>
   <source>yellow eyes</source>
   <translation>ojos amarillos</translation>
  </message>
  <message>
   <source>pink eyes</source>
   <translation>ojos rosa</translation>
  </message>
  <message>
   <source>black eyes</source>
   <translation>ojos negros</translation>
  </message>
  <message>
   <source>aqua eyes</source>
   <translation>ojos turquesa</translation>
  </message>
  <message>
   <source>orange eyes</source>
   <translation>ojos naranja</translation>
  </message>
  <message>
   <source>grey eyes</source>
   <translation>ojos grises</translation>
  </message>
  <message>
   <source>Skin</source>
   <translation>Piel</translation>
  </message>
  <message>
   <source>pale</source>
   <translation>pálido</translation>
  </message>
  <message>
   <source>pale skin</source>
   <translation>piel pálida</translation>
  </message>
  <message>
   <source>light</source>
   <translation>claro</translation>
  </message>
  <message>
   <source>light skin</source>
   <translation>piel clara</translation>
  </message>
  <message>
   <source>tan</source>
   <translation>bronceado</translation>
  </message>
  <message>
   <source>brown skin</source>
   <translation>piel marrón</translation>
  </message>
  <message>
   <source>dark</source>
   <translation>oscuro</translation>
  </message>
  <message>
   <source>dark skin</source>
   <translation>piel oscura</translation>
  </message>
  <message>
   <source>blue skin</source>
   <translation>piel azul</translation>
  </message>
  <message>
   <source>green skin</source>
   <translation>piel verde</translation>
  </message>
  <message>
   <source>Shirt</source>
   <translation>Camisa</translation>
  </message>
  <message>
   <source>black shirt</source>
   <translation>camisa negra</translation>
  </message>
  <message>
   <source>white shirt</source>
   <translation>camisa blanca</translation>
  </message>
  <message>
   <source>grey shirt</source>
   <translation>camisa gris</translation>
  </message>
  <message>
   <source>brown shirt</source>
   <translation>camisa marrón</translation>
  </message>
  <message>
   <source>red shirt</source>
   <translation>camisa roja</translation>
  </message>
  <message>
   <source>orange shirt</source>
   <translation>camisa naranja</translation>
  </message>
  <message>
   <source>yellow shirt</source>
   <translation>camisa amarilla</translation>
  </message>
  <message>
   <source>green shirt</source>
   <translation>camisa verde</translation>
  </message>
  <message>
   <source>blue shirt</source>
   <translation>camisa azul</translation>
  </message>
  <message>
   <source>purple shirt</source>
   <translation>camisa morada</translation>
  </message>
  <message>
   <source>pink shirt</source>
   <translation>camisa rosa</translation>
  </message>
  <message>
   <source>aqua shirt</source>
   <translation>camisa turquesa</translation>
  </message>
  <message>
   <source>Jacket and coat</source>
   <translation>Chaqueta y abrigo</translation>
  </message>
  <message>
   <source>black jacket</source>
   <translation>chaqueta negra</translation>
  </message>
  <message>
   <source>white jacket</source>
   <translation>chaqueta blanca</translation>
  </message>
  <message>
   <source>grey jacket</source>
   <translation>chaqueta gris</translation>
  </message>
  <message>
   <source>brown jacket</source>
   <translation>chaqueta marrón</translation>
  </message>
  <message>
   <source>red jacket</source>
   <translation>chaqueta roja</translation>
  </message>
  <message>
   <source>orange jacket</source>
   <translation>chaqueta naranja</translation>
  </message>
  <message>
   <source>yellow jacket</source>
   <translation>chaqueta amarilla</translation>
  </message>
  <message>
   <source>green jacket</source>
   <translation>chaqueta verde</translation>
  </message>
  <message>
   <source>blue jacket</source>
   <translation>chaqueta azul</translation>
  </message>
  <message>
   <source>purple jacket</source>
   <translation>chaqueta morada</translation>
  </message>
  <message>
   <source>pink jacket</source>
   <translation>chaqueta rosa</translation>
  </message>
  <message>
   <source>aqua jacket</source>
   <translation>chaqueta turquesa</translation>
  </message>
  <message>
   <source>Dress</source>
   <translation>Vestido</translation>
  </message>
  <message>
   <source>black dress</source>
   <translation>vestido negro</translation>
  </message>
  <message>
   <source>white dress</source>
   <translation>vestido blanco</translation>
  </message>
  <message>
   <source>grey dress</source>
   <translation>vestido gris</translation>
  </message>
  <message>
   <source>brown dress</source>
   <translation>vestido marrón</translation>
  </message>
  <message>
   <source>red dress</source>
   <translation>vestido rojo</translation>
  </message>
  <message>
   <source>orange dress</source>
   <translation>vestido naranja</translation>
  </message>
  <message>
   <source>yellow dress</source>
   <translation>vestido amarillo</translation>
  </message>
  <message>
   <source>green dress</source>
   <translation>vestido verde</translation>
  </message>
  <message>
   <source>blue dress</source>
   <translation>vestido azul</translation>
  </message>
  <message>
   <source>purple dress</source>
   <translation>vestido morado</translation>
  </message>
  <message>
   <source>pink dress</source>
   <translation>vestido rosa</translation>
  </message>
  <message>
   <source>aqua dress</source>
   <translation>vestido turquesa</translation>
  </message>
  <message>
   <source>Skirt</source>
   <translation>Falda</translation>
  </message>
  <message>
   <source>black skirt</source>
   <translation>falda negra</translation>
  </message>
  <message>
   <source>white skirt</source>
   <translation>falda blanca</translation>
  </message>
  <message>
   <source>grey skirt</source>
   <translation>falda gris</translation>
  </message>
  <message>
   <source>brown skirt</source>
   <translation>falda marrón</translation>
  </message>
  <message>
   <source>red skirt</source>
   <translation>falda roja</translation>
  </message>
  <message>
   <source>orange skirt</source>
   <translation>falda naranja</translation>
  </message>
  <message>
   <source>yellow skirt</source>
   <translation>falda amarilla</translation>
  </message>
  <message>
   <source>green skirt</source>
   <translation>falda verde</translation>
  </message>
  <message>
   <source>blue skirt</source>
   <translation>falda azul</translation>
  </message>
  <message>
   <source>purple skirt</source>
   <translation>falda morada</translation>
  </message>
  <message>
   <source>pink skirt</source>
   <translation>falda rosa</translation>
  </message>
  <message>
   <source>aqua skirt</source>
   <translation>falda turquesa</translation>
  </message>
  <message>
   <source>Trousers</source>
   <translation>Pantalón</translation>
  </message>
  <message>
   <source>black pants</source>
   <translation>pantalón negro</translation>
  </message>
  <message>
   <source>white pants</source>
   <translation>pantalón blanco</translation>
  </message>
  <message>
   <source>grey pants</source>
   <translation>pantalón gris</translation>
  </message>
  <message>
   <source>brown pants</source>
   <translation>pantalón marrón</translation>
  </message>
  <message>
   <source>red pants</source>
   <translation>pantalón rojo</translation>
  </message>
  <message>
   <source>orange pants</source>
   <translation>pantalón naranja</translation>
  </message>
  <message>
   <source>yellow pants</source>
   <translation>pantalón amarillo</translation>
  </message>
  <message>
   <source>green pants</source>
   <translation>pantalón verde</translation>
  </message>
  <message>
   <source>blue pants</source>
   <translation>pantalón azul</translation>
  </message>
  <message>
   <source>purple pants</source>
   <translation>pantalón morado</translation>
  </message>
  <message>
   <source>pink pants</source>
   <translation>pantalón rosa</translation>
  </message>
  <message>
   <source>aqua pants</source>
   <translation>pantalón turquesa</translation>
  </message>
  <message>
   <source>Legwear</source>
   <translation>Medias</translation>
  </message>
  <message>
   <source>black legwear</source>
   <translation>medias negras</translation>
  </message>
  <message>
   <source>white legwear</source>
   <translation>medias blancas</translation>
  </message>
  <message>
   <source>grey legwear</source>
   <translation>medias grises</translation>
  </message>
  <message>
   <source>brown legwear</source>
   <translation>medias marrones</translation>
  </message>
  <message>
   <source>red legwear</source>
   <translation>medias rojas</translation>
  </message>
  <message>
   <source>orange legwear</source>
   <translation>medias naranja</translation>
  </message>
  <message>
   <source>yellow legwear</source>
   <translation>medias amarillas</translation>
  </message>
  <message>
   <source>green legwear</source>
   <translation>medias verdes</translation>
  </message>
  <message>
   <source>blue legwear</source>
   <translation>medias azules</translation>
  </message>
  <message>
   <source>purple legwear</source>
   <translation>medias moradas</translation>
  </message>
  <message>
   <source>pink legwear</source>
   <translation>medias rosa</translation>
  </message>
  <message>
   <source>aqua legwear</source>
   <translation>medias turquesa</translation>
  </message>
  <message>
   <source>Footwear</source>
   <translation>Calzado</translation>
  </message>
  <message>
   <source>black footwear</source>
   <translation>calzado negro</translation>
  </message>
  <message>
   <source>white footwear</source>
   <translation>calzado blanco</translation>
  </message>
  <message>
   <source>grey footwear</source>
   <translation>calzado gris</translation>
  </message>
  <message>
   <source>brown footwear</source>
   <translation>calzado marrón</translation>
  </message>
  <message>
   <source>red footwear</source>
   <translation>calzado rojo</translation>
  </message>
  <message>
   <source>orange footwear</source>
   <translation>calzado naranja</translation>
  </message>
  <message>
   <source>yellow footwear</source>
   <translation>calzado amarillo</translation>
  </message>
  <message>
   <source>green footwear</source>
   <translation>calzado verde</translation>
  </message>
  <message>
   <source>blue footwear</source>
   <translation>calzado azul</translation>
  </message>
  <message>
   <source>purple footwear</source>
   <translation>calzado morado</translation>
  </message>
  <message>
   <source>pink footwear</source>
   <translation>calzado rosa</translation>
  </message>
  <message>
   <source>aqua footwear</source>
   <translation>calzado turquesa</translation>
  </message>
  <message>
   <source>Hat</source>
   <translation>Sombrero</translation>
  </message>
  <message>
   <source>black hat</source>
   <translation>sombrero negro</translation>
  </message>
  <message>
   <source>white hat</source>
   <translation>sombrero blanco</translation>
  </message>
  <message>
   <source>grey hat</source>
   <translation>sombrero gris</translation>
  </message>
  <message>
   <source>brown hat</source>
   <translation>sombrero marrón</translation>
  </message>
  <message>
   <source>red hat</source>
   <translation>sombrero rojo</translation>
  </message>
  <message>
   <source>orange hat</source>
   <translation>sombrero naranja</translation>
  </message>
  <message>
   <source>yellow hat</source>
   <translation>sombrero amarillo</translation>
  </message>
  <message>
   <source>green hat</source>
   <translation>sombrero verde</translation>
  </message>
  <message>
   <source>blue hat</source>
   <translation>sombrero azul</translation>
  </message>
  <message>
   <source>purple hat</source>
   <translation>sombrero morado</translation>
  </message>
  <message>
   <source>pink hat</source>
   <translation>sombrero rosa</translation>
  </message>
  <message>
   <source>aqua hat</source>
   <translation>sombrero turquesa</translation>
  </message>
  <message>
   <source>Glasses</source>
   <translation>Gafas</translation>
  </message>
  <message>
   <source>black eyewear</source>
   <translation>gafas negras</translation>
  </message>
  <message>
   <source>red eyewear</source>
   <translation>gafas rojas</translation>
  </message>
  <message>
   <source>blue eyewear</source>
   <translation>gafas azules</translation>
  </message>
  <message>
   <source>brown eyewear</source>
   <translation>gafas marrones</translation>
  </message>
  <message>
   <source>grey eyewear</source>
   <translation>gafas grises</translation>
  </message>
  <message>
   <source>Ribbon and bow</source>
   <translation>Cinta y lazo</translation>
  </message>
  <message>
   <source>black ribbon</source>
   <translation>cinta negra</translation>
  </message>
  <message>
   <source>white ribbon</source>
   <translation>cinta blanca</translation>
  </message>
  <message>
   <source>grey ribbon</source>
   <translation>cinta gris</translation>
  </message>
  <message>
   <source>brown ribbon</source>
   <translation>cinta marrón</translation>
  </message>
  <message>
   <source>red ribbon</source>
   <translation>cinta roja</translation>
  </message>
  <message>
   <source>orange ribbon</source>
   <translation>cinta naranja</translation>
  </message>
  <message>
   <source>yellow ribbon</source>
   <translation>cinta amarilla</translation>
  </message>
  <message>
   <source>green ribbon</source>
   <translation>cinta verde</translation>
  </message>
  <message>
   <source>blue ribbon</source>
   <translation>cinta azul</translation>
  </message>
  <message>
   <source>purple ribbon</source>
   <translation>cinta morada</translation>
  </message>
  <message>
   <source>pink ribbon</source>
   <translation>cinta rosa</translation>
  </message>
  <message>
   <source>aqua ribbon</source>
   <translation>cinta turquesa</translation>
  </message>
  <message>
   <source>Neckwear</source>
   <translation>Corbata y pañuelo</translation>
  </message>
  <message>
   <source>black neckwear</source>
   <translation>corbata negra</translation>
  </message>
  <message>
   <source>white neckwear</source>
   <translation>corbata blanca</translation>
  </message>
  <message>
   <source>grey neckwear</source>
   <translation>corbata gris</translation>
  </message>
  <message>
   <source>brown neckwear</source>
   <translation>corbata marrón</translation>
  </message>
  <message>
   <source>red neckwear</source>
   <translation>corbata roja</translation>
  </message>
  <message>
   <source>orange neckwear</source>
   <translation>corbata naranja</translation>
  </message>
  <message>
   <source>yellow neckwear</source>
   <translation>corbata amarilla</translation>
  </message>
  <message>
   <source>green neckwear</source>
   <translation>corbata verde</translation>
  </message>
  <message>
   <source>blue neckwear</source>
   <translation>corbata azul</translation>
  </message>
  <message>
   <source>purple neckwear</source>
   <translation>corbata morada</translation>
  </message>
  <message>
   <source>pink neckwear</source>
   <translation>corbata rosa</translation>
  </message>
  <message>
   <source>aqua neckwear</source>
   <translation>corbata turquesa</translation>
  </message>
  <message>
   <source>Gloves</source>
   <translation>Guantes</translation>
  </message>
  <message>
   <source>black gloves</source>
   <translation>guantes negros</translation>
  </message>
  <message>
   <source>white gloves</source>
   <translation>guantes blancos</translation>
  </message>
  <message>
   <source>brown gloves</source>
   <translation>guantes marrones</translation>
  </message>
  <message>
   <source>red gloves</source>
   <translation>guantes rojos</translation>
  </message>
  <message>
   <source>blue gloves</source>
   <translation>guantes azules</translation>
  </message>
  <message>
   <source>grey gloves</source>
   <translation>guantes grises</translation>
  </message>
  <message>
   <source>Lips</source>
   <translation>Labios</translation>
  </message>
  <message>
   <source>red lips</source>
   <translation>labios rojos</translation>
  </message>
  <message>
   <source>pink lips</source>
   <translation>labios rosa</translation>
  </message>
  <message>
   <source>brown lips</source>
   <translation>labios marrones</translation>
  </message>
  <message>
   <source>black lips</source>
   <translation>labios negros</translation>
  </message>
  <message>
   <source>Background</source>
   <translation>Fondo</translation>
  </message>
  <message>
   <source>white background</source>
   <translation>fondo blanco</translation>
  </message>
  <message>
   <source>grey background</source>
   <translation>fondo gris</translation>
  </message>
  <message>
   <source>blue background</source>
   <translation>fondo azul</translation>
  </message>
  <message>
   <source>pink background</source>
   <translation>fondo rosa</translation>
  </message>
  <message>
   <source>yellow background</source>
   <translation>fondo amarillo</translation>
  </message>
  <message>
   <source>black background</source>
   <translation>fondo negro</translation>
  </message>
  <message>
   <source>green background</source>
   <translation>fondo verde</translation>
  </message>
  <message>
   <source>red background</source>
   <translation>fondo rojo</translation>
  </message>
  <message>
   <source>brown background</source>
   <translation>fondo marrón</translation>
  </message>
  <message>
   <source>purple background</source>
   <translation>fondo morado</translation>
  </message>
  <message>
   <source>orange background</source>
   <translation>fondo naranja</translation>
  </message>
  <message>
   <source>beige</source>
   <translation>beige</translation>
  </message>
  <message>
   <source>beige background</source>
   <translation>fondo beige</translation>
  </message>
  <message>
   <source>aqua background</source>
   <translation>fondo turquesa</translation>
  </message>
  <message>
   <source>Another colour for {part}, now {color}</source>
   <translation>Otro color para {part}, ahora {color}</translation>
  </message>
  <message>
   <source>{tag}: {title} has not learned this tag</source>
   <translation>{tag}: {title} no ha aprendido esta etiqueta</translation>
  </message>
 </context>
 <context>
  <name>TagsPanel</name>
  <message>
   <source>Search tags</source>
   <translation>Buscar etiquetas</translation>
  </message>
  <message>
   <source>No tag has this name.</source>
   <translation>Ninguna etiqueta se llama así.</translation>
  </message>
  <message>
   <source>Colour of the part</source>
   <translation>Color de la parte</translation>
  </message>
  <message>
   <source>Remove this tag</source>
   <translation>Quitar esta etiqueta</translation>
  </message>
  <message>
   <source>Remove {tag}</source>
   <translation>Quitar {tag}</translation>
  </message>
 </context>
 <context>
  <name>TestField</name>
  <message>
   <source>Test field for the pen</source>
   <translation>Campo de prueba del lápiz</translation>
  </message>
  <message>
   <source>Try the pen here</source>
   <translation>Pruebe el lápiz aquí</translation>
  </message>
 </context>
 <context>
  <name>ThemeMenu</name>
  <message>
   <source>As the &amp;system</source>
   <translation>&amp;Como el sistema</translation>
  </message>
  <message>
   <source>&amp;Dark</source>
   <translation>&amp;Oscuro</translation>
  </message>
  <message>
   <source>&amp;Light</source>
   <translation>C&amp;laro</translation>
  </message>
  <message>
   <source>T&amp;heme</source>
   <translation>Tema</translation>
  </message>
 </context>
 <context>
  <name>TintButton</name>
  <message>
   <source>derived from each colour</source>
   <translation>derivado de cada color</translation>
  </message>
  <message>
   <source>Derived from each colour</source>
   <translation>Derivado de cada color</translation>
  </message>
  <message>
   <source>The brush's colour {color}</source>
   <translation>El color del pincel {color}</translation>
  </message>
 </context>
 <context>
  <name>ToolColumn</name>
  <message>
   <source>Tools</source>
   <translation>Herramientas</translation>
  </message>
 </context>
 <context>
  <name>ToolTips</name>
  <message>
   <source>A dot of colour: everything that belongs together takes it.</source>
   <translation>Un punto de color: todo lo que va junto lo toma.</translation>
  </message>
  <message>
   <source>A stroke of colour says what things are. On a paint layer it paints.</source>
   <translation>Un trazo de color dice qué es cada cosa. En una capa de pintura, pinta.</translation>
  </message>
  <message>
   <source>Gives one region exactly this colour, and changes nothing else.</source>
   <translation>Da a una región exactamente este color y no cambia nada más.</translation>
  </message>
  <message>
   <source>Fills every region that the loop holds.</source>
   <translation>Rellena todas las regiones que encierra el lazo.</translation>
  </message>
  <message>
   <source>A line that is not drawn, and that no colour crosses.</source>
   <translation>Una línea que no se dibuja y que ningún color cruza.</translation>
  </message>
  <message>
   <source>Makes one region of all those that it leads through.</source>
   <translation>Hace una sola región de todas las que atraviesa.</translation>
  </message>
  <message>
   <source>Shade or light by hand, where the lamp does not know better.</source>
   <translation>Sombra o luz a mano, donde la lámpara no acierta.</translation>
  </message>
  <message>
   <source>Takes hints and marks away, and paint on a paint layer.</source>
   <translation>Quita pistas y marcas, y la pintura en una capa de pintura.</translation>
  </message>
  <message>
   <source>Chooses where paint may go: by region, by colour or by a loop.</source>
   <translation>Elige dónde puede ir la pintura: por región, por color o con un lazo.</translation>
  </message>
  <message>
   <source>Drags a hint to where it says more.</source>
   <translation>Arrastra una pista adonde diga más.</translation>
  </message>
  <message>
   <source>Takes a colour out of the picture.</source>
   <translation>Toma un color de la imagen.</translation>
  </message>
  <message>
   <source>Moves the picture in the window.</source>
   <translation>Mueve la imagen en la ventana.</translation>
  </message>
 </context>
 <context>
  <name>Tour</name>
  <message>
   <source>The sample drawings are missing; reinstall Tintline.</source>
   <translation>Faltan los ejemplos; reinstale Tintline.</translation>
  </message>
  <message>
   <source>Say one colour</source>
   <translation>Indique un color</translation>
  </message>
  <message>
   <source>Draw a short stroke on the hair. Everything that belongs to it takes the colour.</source>
   <translation>Haga un trazo corto sobre el pelo. Todo lo que le pertenece toma el color.</translation>
  </message>
  <message>
   <source>Choose another</source>
   <translation>Elija otro</translation>
  </message>
  <message>
   <source>Press another hue on the ring, then a tone in its middle.</source>
   <translation>Pulse otro matiz en el anillo y luego un tono en el centro.</translation>
  </message>
  <message>
   <source>Say it where it is wrong</source>
   <translation>Corrija donde haga falta</translation>
  </message>
  <message>
   <source>Draw on the clothes, or wherever you want that colour. A few strokes are enough.</source>
   <translation>Trace sobre la ropa, o donde quiera ese color. Bastan unos pocos trazos.</translation>
  </message>
  <message>
   <source>Take it back</source>
   <translation>Deshágalo</translation>
  </message>
  <message>
   <source>{keys} takes the last step back. Nothing that you try is lost or final.</source>
   <translation>{keys} deshace el último paso. Nada de lo que pruebe se pierde ni es definitivo.</translation>
  </message>
  <message>
   <source>This button takes the last step back. Nothing that you try is lost or final.</source>
   <translation>Este botón deshace el último paso. Nada de lo que pruebe se pierde ni es definitivo.</translation>
  </message>
  <message>
   <source>Or name colours</source>
   <translation>O nombre los colores</translation>
  </message>
  <message>
   <source>Press a colour in this list: the hair, eyes or clothes take it by name.</source>
   <translation>Pulse un color de la lista: el pelo, los ojos o la ropa lo toman por su nombre.</translation>
  </message>
  <message>
   <source>Turn the light</source>
   <translation>Gire la luz</translation>
  </message>
  <message>
   <source>Drag the sun around its ring. Shade and highlights follow it.</source>
   <translation>Arrastre el sol por su anillo. Sombras y brillos lo siguen.</translation>
  </message>
  <message>
   <source>Look beneath</source>
   <translation>Mire debajo</translation>
  </message>
  <message>
   <source>Lines, colours and hints are layers. Press an eye to hide one. Your drawing itself is never changed.</source>
   <translation>Líneas, colores y pistas son capas. Pulse un ojo para ocultar una. Su dibujo nunca se modifica.</translation>
  </message>
  <message>
   <source>Take it home</source>
   <translation>Lléveselo</translation>
  </message>
  <message>
   <source>This button writes a picture. The File menu writes PSD and OpenRaster with all layers for other programs. Then open a drawing of your own.</source>
   <translation>Este botón escribe una imagen. El menú Archivo escribe PSD y OpenRaster con todas las capas para otros programas. Después, abra un dibujo suyo.</translation>
  </message>
 </context>
 <context>
  <name>Workspaces</name>
  <message>
   <source>&amp;Workspace</source>
   <translation>Espacio de tra&amp;bajo</translation>
  </message>
  <message>
   <source>&amp;Save the panels as…</source>
   <translation>&amp;Guardar los paneles como…</translation>
  </message>
  <message>
   <source>&amp;Reset the panels</source>
   <translation>&amp;Restablecer los paneles</translation>
  </message>
  <message>
   <source>Workspace</source>
   <translation>Espacio de trabajo</translation>
  </message>
  <message>
   <source>Name of the workspace</source>
   <translation>Nombre del espacio de trabajo</translation>
  </message>
 </context>
 <context>
  <name>WorkspacesPage</name>
  <message>
   <source>Workspaces</source>
   <translation>Espacios de trabajo</translation>
  </message>
  <message>
   <source>A workspace is where the panels lie. Switch in the menu View.</source>
   <translation>Un espacio de trabajo es la posición de los paneles. Se cambia en el menú Ver.</translation>
  </message>
  <message>
   <source>Save the panels as…</source>
   <translation>Guardar los paneles como…</translation>
  </message>
  <message>
   <source>Switch to it</source>
   <translation>Cambiar a él</translation>
  </message>
  <message>
   <source>Rename…</source>
   <translation>Renombrar…</translation>
  </message>
  <message>
   <source>Forget</source>
   <translation>Olvidar</translation>
  </message>
  <message>
   <source>Reset the panels</source>
   <translation>Restablecer los paneles</translation>
  </message>
  <message>
   <source>Name of the workspace</source>
   <translation>Nombre del espacio de trabajo</translation>
  </message>
  <message>
   <source>Workspace</source>
   <translation>Espacio de trabajo</translation>
  </message>
 </context>
</TS>
