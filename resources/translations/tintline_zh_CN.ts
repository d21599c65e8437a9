<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
 <context>
  <name>Actions</name>
  <message>
   <source>&amp;File</source>
   <translation>文件(&amp;F)</translation>
  </message>
  <message>
   <source>&amp;Edit</source>
   <translation>编辑(&amp;E)</translation>
  </message>
  <message>
   <source>&amp;Select</source>
   <translation>选择(&amp;S)</translation>
  </message>
  <message>
   <source>&amp;Layer</source>
   <translation>图层(&amp;L)</translation>
  </message>
  <message>
   <source>&amp;Tools</source>
   <translation>工具(&amp;T)</translation>
  </message>
  <message>
   <source>&amp;View</source>
   <translation>视图(&amp;V)</translation>
  </message>
  <message>
   <source>&amp;Colour</source>
   <translation>颜色(&amp;C)</translation>
  </message>
  <message>
   <source>&amp;Animation</source>
   <translation>动画(&amp;A)</translation>
  </message>
  <message>
   <source>&amp;Help</source>
   <translation>帮助(&amp;H)</translation>
  </message>
  <message>
   <source>&amp;Open…</source>
   <translation>打开(&amp;O)…</translation>
  </message>
  <message>
   <source>Open with colour-&amp;trace lines…</source>
   <translation>打开并读取色线(&amp;T)…</translation>
  </message>
  <message>
   <source>Open animation &amp;frames…</source>
   <translation>打开动画帧(&amp;F)…</translation>
  </message>
  <message>
   <source>&amp;Save project</source>
   <translation>保存项目(&amp;S)</translation>
  </message>
  <message>
   <source>Save project &amp;as…</source>
   <translation>项目另存为(&amp;A)…</translation>
  </message>
  <message>
   <source>&amp;Export PNG…</source>
   <translation>导出PNG(&amp;E)…</translation>
  </message>
  <message>
   <source>Export Open&amp;Raster…</source>
   <translation>导出OpenRaster(&amp;R)…</translation>
  </message>
  <message>
   <source>Export &amp;PSD…</source>
   <translation>导出PSD(&amp;P)…</translation>
  </message>
  <message>
   <source>Export paint for Open&amp;Toonz…</source>
   <translation>导出OpenToonz上色(&amp;X)…</translation>
  </message>
  <message>
   <source>One &amp;layer a colour</source>
   <translation>每色一层(&amp;L)</translation>
  </message>
  <message>
   <source>&amp;Transparent layers</source>
   <translation>透明图层(&amp;N)</translation>
  </message>
  <message>
   <source>&amp;Quit</source>
   <translation>退出(&amp;Q)</translation>
  </message>
  <message>
   <source>&amp;Undo</source>
   <translation>撤销(&amp;U)</translation>
  </message>
  <message>
   <source>&amp;Redo</source>
   <translation>重做(&amp;R)</translation>
  </message>
  <message>
   <source>Cu&amp;t</source>
   <translation>剪切(&amp;T)</translation>
  </message>
  <message>
   <source>&amp;Copy</source>
   <translation>复制(&amp;C)</translation>
  </message>
  <message>
   <source>&amp;Paste</source>
   <translation>粘贴(&amp;P)</translation>
  </message>
  <message>
   <source>Clear all &amp;hints</source>
   <translation>清除所有提示(&amp;H)</translation>
  </message>
  <message>
   <source>Clear all b&amp;arriers</source>
   <translation>清除所有屏障(&amp;A)</translation>
  </message>
  <message>
   <source>Clear all &amp;joins of regions</source>
   <translation>清除所有区域连接(&amp;J)</translation>
  </message>
  <message>
   <source>Clear all painted &amp;light</source>
   <translation>清除所有手绘光影(&amp;L)</translation>
  </message>
  <message>
   <source>Clear all &amp;tags</source>
   <translation>清除所有标签(&amp;E)</translation>
  </message>
  <message>
   <source>&amp;Import hints…</source>
   <translation>导入提示(&amp;I)…</translation>
  </message>
  <message>
   <source>Sa&amp;ve hints…</source>
   <translation>保存提示(&amp;V)…</translation>
  </message>
  <message>
   <source>Pre&amp;ferences…</source>
   <translation>首选项(&amp;F)…</translation>
  </message>
  <message>
   <source>&amp;All</source>
   <translation>全选(&amp;A)</translation>
  </message>
  <message>
   <source>&amp;Nothing</source>
   <translation>取消选择(&amp;N)</translation>
  </message>
  <message>
   <source>&amp;Invert</source>
   <translation>反选(&amp;I)</translation>
  </message>
  <message>
   <source>&amp;Delete what is painted there</source>
   <translation>删除选区内的绘画(&amp;D)</translation>
  </message>
  <message>
   <source>&amp;Add a paint layer</source>
   <translation>添加绘画图层(&amp;A)</translation>
  </message>
  <message>
   <source>&amp;Rename…</source>
   <translation>重命名(&amp;R)…</translation>
  </message>
  <message>
   <source>&amp;Group</source>
   <translation>编组(&amp;G)</translation>
  </message>
  <message>
   <source>&amp;Ungroup</source>
   <translation>取消编组(&amp;U)</translation>
  </message>
  <message>
   <source>&amp;Merge down</source>
   <translation>向下合并(&amp;M)</translation>
  </message>
  <message>
   <source>&amp;Delete layer</source>
   <translation>删除图层(&amp;D)</translation>
  </message>
  <message>
   <source>&amp;Lock alpha</source>
   <translation>锁定透明像素(&amp;L)</translation>
  </message>
  <message>
   <source>&amp;Clip to regions</source>
   <translation>限制在区域内(&amp;C)</translation>
  </message>
  <message>
   <source>&amp;Point hint</source>
   <translation>点提示(&amp;P)</translation>
  </message>
  <message>
   <source>&amp;Brush</source>
   <translation>画笔(&amp;B)</translation>
  </message>
  <message>
   <source>&amp;Fill region</source>
   <translation>填充区域(&amp;F)</translation>
  </message>
  <message>
   <source>Enc&amp;lose and fill</source>
   <translation>圈选填充(&amp;L)</translation>
  </message>
  <message>
   <source>Barrie&amp;r</source>
   <translation>屏障(&amp;R)</translation>
  </message>
  <message>
   <source>&amp;Join regions</source>
   <translation>连接区域(&amp;J)</translation>
  </message>
  <message>
   <source>&amp;Shadow brush</source>
   <translation>阴影画笔(&amp;S)</translation>
  </message>
  <message>
   <source>&amp;Eraser</source>
   <translation>橡皮擦(&amp;E)</translation>
  </message>
  <message>
   <source>Se&amp;lect</source>
   <translation>选择(&amp;C)</translation>
  </message>
  <message>
   <source>Mo&amp;ve hint</source>
   <translation>移动提示(&amp;V)</translation>
  </message>
  <message>
   <source>Colour p&amp;icker</source>
   <translation>吸管(&amp;I)</translation>
  </message>
  <message>
   <source>&amp;Hand</source>
   <translation>抓手(&amp;H)</translation>
  </message>
  <message>
   <source>&amp;Keep regions as they are</source>
   <translation>保持区域原样(&amp;K)</translation>
  </message>
  <message>
   <source>Leave regions &amp;uncoloured</source>
   <translation>区域不上色(&amp;U)</translation>
  </message>
  <message>
   <source>&amp;Next region without a colour</source>
   <translation>下一个无色区域(&amp;N)</translation>
  </message>
  <message>
   <source>&amp;Last region without a colour</source>
   <translation>上一个无色区域(&amp;W)</translation>
  </message>
  <message>
   <source>Fill that regi&amp;on and go on</source>
   <translation>填充该区域并继续(&amp;O)</translation>
  </message>
  <message>
   <source>&amp;Larger brush</source>
   <translation>增大画笔(&amp;A)</translation>
  </message>
  <message>
   <source>&amp;Smaller brush</source>
   <translation>减小画笔(&amp;M)</translation>
  </message>
  <message>
   <source>Pressure changes si&amp;ze</source>
   <translation>压感控制大小(&amp;Z)</translation>
  </message>
  <message>
   <source>Zoom &amp;in</source>
   <translation>放大(&amp;I)</translation>
  </message>
  <message>
   <source>Zoom &amp;out</source>
   <translation>缩小(&amp;O)</translation>
  </message>
  <message>
   <source>&amp;Fit to window</source>
   <translation>适合窗口(&amp;F)</translation>
  </message>
  <message>
   <source>&amp;100 %</source>
   <translation>100 %(&amp;1)</translation>
  </message>
  <message>
   <source>Rotate &amp;left</source>
   <translation>向左旋转(&amp;L)</translation>
  </message>
  <message>
   <source>Rotate &amp;right</source>
   <translation>向右旋转(&amp;R)</translation>
  </message>
  <message>
   <source>&amp;Upright</source>
   <translation>恢复角度(&amp;U)</translation>
  </message>
  <message>
   <source>&amp;Mirror the view</source>
   <translation>水平翻转视图(&amp;M)</translation>
  </message>
  <message>
   <source>&amp;Canvas only</source>
   <translation>仅显示画布(&amp;C)</translation>
  </message>
  <message>
   <source>F&amp;ull screen</source>
   <translation>全屏(&amp;S)</translation>
  </message>
  <message>
   <source>&amp;Before and after</source>
   <translation>上色前后对比(&amp;B)</translation>
  </message>
  <message>
   <source>Take a &amp;snapshot</source>
   <translation>拍摄快照(&amp;T)</translation>
  </message>
  <message>
   <source>Snapshots side &amp;by side</source>
   <translation>并排显示快照(&amp;N)</translation>
  </message>
  <message>
   <source>A snapshot of &amp;each generator</source>
   <translation>每个生成器一张快照(&amp;E)</translation>
  </message>
  <message>
   <source>Mini ma&amp;p</source>
   <translation>导航小图(&amp;P)</translation>
  </message>
  <message>
   <source>Pi&amp;xel grid</source>
   <translation>像素网格(&amp;X)</translation>
  </message>
  <message>
   <source>Show &amp;hints</source>
   <translation>显示提示(&amp;H)</translation>
  </message>
  <message>
   <source>Show &amp;gaps in the lines</source>
   <translation>显示线条缺口(&amp;G)</translation>
  </message>
  <message>
   <source>Show &amp;regions</source>
   <translation>显示区域(&amp;W)</translation>
  </message>
  <message>
   <source>&amp;Play on the canvas</source>
   <translation>在画布上播放(&amp;P)</translation>
  </message>
  <message>
   <source>Frame &amp;before</source>
   <translation>上一帧(&amp;B)</translation>
  </message>
  <message>
   <source>Frame &amp;after</source>
   <translation>下一帧(&amp;A)</translation>
  </message>
  <message>
   <source>&amp;Next doubtful region</source>
   <translation>下一个可疑区域(&amp;N)</translation>
  </message>
  <message>
   <source>&amp;Last doubtful region</source>
   <translation>上一个可疑区域(&amp;L)</translation>
  </message>
  <message>
   <source>Next colour &amp;pop</source>
   <translation>下一处颜色跳变(&amp;C)</translation>
  </message>
  <message>
   <source>&amp;Live colour</source>
   <translation>实时上色(&amp;L)</translation>
  </message>
  <message>
   <source>Colour &amp;now</source>
   <translation>立即上色(&amp;N)</translation>
  </message>
  <message>
   <source>L&amp;ight</source>
   <translation>光照(&amp;I)</translation>
  </message>
  <message>
   <source>S&amp;wap both colours</source>
   <translation>交换两个颜色(&amp;W)</translation>
  </message>
  <message>
   <source>&amp;Add the brush's colour to the palette</source>
   <translation>将画笔颜色加入色板(&amp;A)</translation>
  </message>
  <message>
   <source>Next colour s&amp;et</source>
   <translation>下一个配色组(&amp;E)</translation>
  </message>
  <message>
   <source>&amp;Open palette…</source>
   <translation>打开色板(&amp;O)…</translation>
  </message>
  <message>
   <source>&amp;Save palette…</source>
   <translation>保存色板(&amp;S)…</translation>
  </message>
  <message>
   <source>&amp;Manual</source>
   <translation>手册(&amp;M)</translation>
  </message>
  <message>
   <source>&amp;Tour of two minutes</source>
   <translation>两分钟导览(&amp;T)</translation>
  </message>
  <message>
   <source>&amp;Pen, mouse and keys</source>
   <translation>画笔、鼠标与按键(&amp;P)</translation>
  </message>
  <message>
   <source>&amp;About Tintline</source>
   <translation>关于Tintline(&amp;A)</translation>
  </message>
  <message>
   <source>&amp;Undo {step}</source>
   <translation>撤销(&amp;U): {step}</translation>
  </message>
  <message>
   <source>there is nothing to take back</source>
   <translation>没有可撤销的操作</translation>
  </message>
  <message>
   <source>&amp;Redo {step}</source>
   <translation>重做(&amp;R): {step}</translation>
  </message>
  <message>
   <source>there is nothing to do again</source>
   <translation>没有可重做的操作</translation>
  </message>
  <message>
   <source>open a drawing first</source>
   <translation>请先打开线稿</translation>
  </message>
  <message>
   <source>there are no hints</source>
   <translation>没有提示</translation>
  </message>
  <message>
   <source>there are no barriers</source>
   <translation>没有屏障</translation>
  </message>
  <message>
   <source>no regions are joined</source>
   <translation>没有连接的区域</translation>
  </message>
  <message>
   <source>no shade or light is painted</source>
   <translation>没有手绘的阴影或光</translation>
  </message>
  <message>
   <source>there are no tags</source>
   <translation>没有标签</translation>
  </message>
  <message>
   <source>nothing is selected</source>
   <translation>未选择任何内容</translation>
  </message>
  <message>
   <source>choose a paint layer first</source>
   <translation>请先选择绘画图层</translation>
  </message>
  <message>
   <source>the palette has no swatches</source>
   <translation>色板里没有色样</translation>
  </message>
  <message>
   <source>choose a group first</source>
   <translation>请先选择编组</translation>
  </message>
  <message>
   <source>no visible paint layer lies right below</source>
   <translation>正下方没有可见的绘画图层</translation>
  </message>
 </context>
 <context>
  <name>Animation</name>
  <message>
   <source>Failed</source>
   <translation>失败</translation>
  </message>
  <message>
   <source>Not coloured yet</source>
   <translation>尚未上色</translation>
  </message>
  <message>
   <source>Unfilled</source>
   <translation>未填充</translation>
  </message>
  <message>
   <source>Left open</source>
   <translation>未决定</translation>
  </message>
  <message>
   <source>Off palette</source>
   <translation>不在色板内</translation>
  </message>
  <message>
   <source>Flicker</source>
   <translation>闪烁</translation>
  </message>
  <message>
   <source>Colour pop</source>
   <translation>颜色跳变</translation>
  </message>
  <message>
   <source>Islands</source>
   <translation>孤立色块</translation>
  </message>
  <message>
   <source>Low confidence</source>
   <translation>把握不足</translation>
  </message>
  <message>
   <source>New regions</source>
   <translation>新区域</translation>
  </message>
  <message>
   <source>Light not turned</source>
   <translation>光照未随转</translation>
  </message>
  <message>
   <source>No hints</source>
   <translation>没有提示</translation>
  </message>
  <message>
   <source>Hints not obeyed</source>
   <translation>未遵循提示</translation>
  </message>
  <message>
   <source>Frames</source>
   <translation>帧</translation>
  </message>
  <message>
   <source>the folder</source>
   <translation>文件夹</translation>
  </message>
  <message>
   <source>Cuts</source>
   <translation>镜头</translation>
  </message>
  <message>
   <source>{count} repeat an earlier drawing and are coloured once</source>
   <translation>{count}张与之前的画相同，只上色一次</translation>
  </message>
  <message>
   <source>Held</source>
   <translation>停格</translation>
  </message>
  <message>
   <source>Gaps</source>
   <translation>缺号</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>备注</translation>
  </message>
  <message>
   <source>Unreadable</source>
   <translation>无法读取</translation>
  </message>
  <message>
   <source>Results</source>
   <translation>结果</translation>
  </message>
  <message>
   <source>{count} of {cut} ({size}): give one of them hints</source>
   <translation>{cut}中{count}张 ({size})：请给其中一张添加提示</translation>
  </message>
  <message>
   <source>Key frames</source>
   <translation>关键帧</translation>
  </message>
  <message>
   <source>{title} takes no hints; frames are coloured one by one</source>
   <translation>{title}不使用提示；各帧逐一上色</translation>
  </message>
  <message>
   <source>{frame} ({count} hints)</source>
   <translation>{frame} ({count}个提示)</translation>
  </message>
  <message>
   <source>the first frame, coloured by its tags</source>
   <translation>第一帧，按其标签上色</translation>
  </message>
  <message>
   <source>none yet: double-click a frame and give it hints</source>
   <translation>还没有：双击一帧并添加提示</translation>
  </message>
  <message>
   <source>Tags</source>
   <translation>标签</translation>
  </message>
  <message>
   <source>none</source>
   <translation>无</translation>
  </message>
  <message>
   <source>{tags}; {title} takes no tags</source>
   <translation>{tags}；{title}不使用标签</translation>
  </message>
  <message>
   <source>Palette</source>
   <translation>色板</translation>
  </message>
  <message>
   <source>{count} colours and no other</source>
   <translation>仅{count}种颜色</translation>
  </message>
  <message>
   <source>any colour</source>
   <translation>任意颜色</translation>
  </message>
  <message>
   <source>any colour: the open drawing's lock to {count} does not hold here; lock the palette in a frame of the cut if it shall</source>
   <translation>任意颜色：当前画稿对{count}色的锁定在此无效；如需锁定，请在镜头的某一帧中锁定色板</translation>
  </message>
  <message>
   <source>from {angle}°, {style}</source>
   <translation>来自{angle}°，{style}</translation>
  </message>
  <message>
   <source>cel</source>
   <translation>赛璐璐</translation>
  </message>
  <message>
   <source>two tones</source>
   <translation>两层阴影</translation>
  </message>
  <message>
   <source>soft</source>
   <translation>柔和</translation>
  </message>
  <message>
   <source>, turns with the figure</source>
   <translation>，随人物转动</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>光照</translation>
  </message>
  <message>
   <source>(from the drawing that was open)</source>
   <translation>(来自之前打开的画稿)</translation>
  </message>
  <message>
   <source>(kept with the results)</source>
   <translation>(与结果一同保存)</translation>
  </message>
  <message>
   <source>Generator</source>
   <translation>生成器</translation>
  </message>
  <message>
   <source>{title} until this run is over, then {other}</source>
   <translation>本次运行结束前为{title}，之后为{other}</translation>
  </message>
  <message>
   <source>about {needed} needed</source>
   <translation>约需{needed}</translation>
  </message>
  <message>
   <source>Disk</source>
   <translation>磁盘</translation>
  </message>
  <message>
   <source>{free} free</source>
   <translation>剩余{free}</translation>
  </message>
  <message>
   <source>{hours} h {minutes:02d} min left</source>
   <translation>剩余{hours}小时{minutes:02d}分</translation>
  </message>
  <message>
   <source>{minutes} min {seconds:02d} s left</source>
   <translation>剩余{minutes}分{seconds:02d}秒</translation>
  </message>
  <message>
   <source>{seconds} s left</source>
   <translation>剩余{seconds}秒</translation>
  </message>
  <message>
   <source>Nothing to look at in {count} frames</source>
   <translation>{count}帧均无需检查</translation>
  </message>
  <message>
   <source>{count} of {total} frames want a look</source>
   <translation>{total}帧中有{count}帧需要检查</translation>
  </message>
  <message>
   <source>flicker {value:.2f}</source>
   <translation>闪烁 {value:.2f}</translation>
  </message>
  <message>
   <source>Corrected by hand: 1 place in 1 frame</source>
   <translation>手动修正：1帧1处</translation>
  </message>
  <message>
   <source>Corrected by hand: {places} places in 1 frame</source>
   <translation>手动修正：1帧{places}处</translation>
  </message>
  <message>
   <source>Corrected by hand: {places} places in {frames} frames</source>
   <translation>手动修正：{frames}帧{places}处</translation>
  </message>
  <message>
   <source>place {number} of {count}</source>
   <translation>第{number}处，共{count}处</translation>
  </message>
  <message>
   <source>and {count} more</source>
   <translation>以及另外{count}个</translation>
  </message>
 </context>
 <context>
  <name>AnimationControl</name>
  <message>
   <source>Choose a folder of frames</source>
   <translation>选择帧文件夹</translation>
  </message>
  <message>
   <source>Stop the running batch before opening other frames.</source>
   <translation>打开其他帧之前请先停止正在运行的批处理。</translation>
  </message>
  <message>
   <source>Choose where the coloured frames go</source>
   <translation>选择上色帧的保存位置</translation>
  </message>
  <message>
   <source>Results cannot lie among the frames: choose another folder.</source>
   <translation>结果不能放在帧所在的文件夹：请选择其他文件夹。</translation>
  </message>
  <message>
   <source>Looking through {name}…</source>
   <translation>正在查看{name}…</translation>
  </message>
  <message>
   <source>{folder}: holds no line drawings</source>
   <translation>{folder}：没有线稿</translation>
  </message>
  <message>
   <source>Looking through {name}… {count} frames</source>
   <translation>正在查看{name}… {count}帧</translation>
  </message>
  <message>
   <source>Checking the folder of results…</source>
   <translation>正在检查结果文件夹…</translation>
  </message>
 </context>
 <context>
  <name>Banner</name>
  <message>
   <source>Close</source>
   <translation>关闭</translation>
  </message>
 </context>
 <context>
  <name>BatchPanel</name>
  <message>
   <source>Plan</source>
   <translation>计划</translation>
  </message>
  <message>
   <source>Playback</source>
   <translation>播放</translation>
  </message>
  <message>
   <source>Report</source>
   <translation>报告</translation>
  </message>
  <message>
   <source>Choose another folder of frames</source>
   <translation>选择其他帧文件夹</translation>
  </message>
  <message>
   <source>Choose where the coloured frames go</source>
   <translation>选择上色帧的保存位置</translation>
  </message>
  <message>
   <source>Colour all</source>
   <translation>全部上色</translation>
  </message>
  <message>
   <source>Pause after this frame</source>
   <translation>完成此帧后暂停</translation>
  </message>
  <message>
   <source>Stop; what is done stays</source>
   <translation>停止；已完成的保留</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>打开</translation>
  </message>
  <message>
   <source>Open in the canvas to add hints (double-click or Enter)</source>
   <translation>在画布中打开以添加提示 (双击或Enter)</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>继续</translation>
  </message>
  <message>
   <source>Retry {count}</source>
   <translation>重试{count}个</translation>
  </message>
  <message>
   <source>Read files that could not be read again, and colour what failed</source>
   <translation>重新读取无法读取的文件，并为失败的帧上色</translation>
  </message>
  <message>
   <source>Redo {count} frames</source>
   <translation>重做{count}帧</translation>
  </message>
  <message>
   <source>Redo 1 frame</source>
   <translation>重做1帧</translation>
  </message>
  <message>
   <source>{done} of {total}</source>
   <translation>{done} / {total}</translation>
  </message>
  <message>
   <source>paused</source>
   <translation>已暂停</translation>
  </message>
  <message>
   <source>{count} failed</source>
   <translation>{count}个失败</translation>
  </message>
  <message>
   <source>{total} frames done</source>
   <translation>{total}帧已完成</translation>
  </message>
 </context>
 <context>
  <name>Blend</name>
  <message>
   <source>Normal</source>
   <translation>正常</translation>
  </message>
  <message>
   <source>Multiply</source>
   <translation>正片叠底</translation>
  </message>
  <message>
   <source>Screen</source>
   <translation>滤色</translation>
  </message>
  <message>
   <source>Overlay</source>
   <translation>叠加</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>相加</translation>
  </message>
 </context>
 <context>
  <name>CanvasPlayback</name>
  <message>
   <source>Reading frames…</source>
   <translation>正在读取帧…</translation>
  </message>
 </context>
 <context>
  <name>CanvasWidget</name>
  <message>
   <source>Canvas</source>
   <translation>画布</translation>
  </message>
  <message>
   <source>Drawing</source>
   <translation>画稿</translation>
  </message>
 </context>
 <context>
  <name>Card</name>
  <message>
   <source>Done</source>
   <translation>完成</translation>
  </message>
  <message>
   <source>Leave</source>
   <translation>退出</translation>
  </message>
  <message>
   <source>Leave the tour; the drawing stays open</source>
   <translation>退出导览；画稿保持打开</translation>
  </message>
  <message>
   <source>Finish</source>
   <translation>完成</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>下一步</translation>
  </message>
  <message>
   <source>Tour, step {number} of {count}</source>
   <translation>导览，第 {number} 步，共 {count} 步</translation>
  </message>
 </context>
 <context>
  <name>ClipboardControl</name>
  <message>
   <source>There is nothing to copy on {layer} in the selection.</source>
   <translation>选区内的{layer}上没有可复制的内容。</translation>
  </message>
  <message>
   <source>Copied. Only paint and hints can be cut.</source>
   <translation>已复制。只能剪切绘画和提示。</translation>
  </message>
  <message>
   <source>The clipboard holds no picture and no hints.</source>
   <translation>剪贴板中没有图像或提示。</translation>
  </message>
  <message>
   <source>The clipboard holds more hints than can be read.</source>
   <translation>剪贴板中的提示过多，无法读取。</translation>
  </message>
 </context>
 <context>
  <name>ColorFiles</name>
  <message>
   <source>Palettes ({endings});;All files (*)</source>
   <translation>色板 ({endings});;所有文件 (*)</translation>
  </message>
  <message>
   <source>Palette {name}: {count} swatches</source>
   <translation>色板{name}：{count}个色样</translation>
  </message>
  <message>
   <source>Palette {name}: {count} swatches in {sets} colour sets</source>
   <translation>色板{name}：{sets}个配色组，{count}个色样</translation>
  </message>
  <message>
   <source>Palettes</source>
   <translation>色板</translation>
  </message>
  <message>
   <source>Hints ({endings});;All files (*)</source>
   <translation>提示 ({endings});;所有文件 (*)</translation>
  </message>
  <message>
   <source>{count} hints of {name}</source>
   <translation>{name}的{count}个提示</translation>
  </message>
  <message>
   <source>{name}: {outside} of {count} hints lie outside of the drawing</source>
   <translation>{name}：{count}个提示中有{outside}个在画稿之外</translation>
  </message>
  <message>
   <source>Hints</source>
   <translation>提示</translation>
  </message>
  <message>
   <source>{path}: open a line drawing first</source>
   <translation>{path}：请先打开线稿</translation>
  </message>
  <message>
   <source>Reading {name}…</source>
   <translation>正在读取{name}…</translation>
  </message>
  <message>
   <source>Saving {name}…</source>
   <translation>正在保存{name}…</translation>
  </message>
 </context>
 <context>
  <name>ColorPage</name>
  <message>
   <source>Colour</source>
   <translation>颜色</translation>
  </message>
  <message>
   <source>Around the picture</source>
   <translation>图像周围</translation>
  </message>
  <message>
   <source>As the theme</source>
   <translation>跟随主题</translation>
  </message>
  <message>
   <source>Black</source>
   <translation>黑</translation>
  </message>
  <message>
   <source>Dark grey</source>
   <translation>深灰</translation>
  </message>
  <message>
   <source>Middle grey</source>
   <translation>中灰</translation>
  </message>
  <message>
   <source>Light grey</source>
   <translation>浅灰</translation>
  </message>
  <message>
   <source>White</source>
   <translation>白</translation>
  </message>
  <message>
   <source>Forget them</source>
   <translation>清除记录</translation>
  </message>
  <message>
   <source>Forget the colours painted with last</source>
   <translation>清除最近使用的颜色</translation>
  </message>
  <message>
   <source>Colours painted with last</source>
   <translation>最近使用的颜色</translation>
  </message>
  <message>
   <source>What lies beside a colour changes how it is seen, so it is neutral here.</source>
   <translation>颜色旁边的东西会改变对它的观感，因此这里使用中性色。</translation>
  </message>
 </context>
 <context>
  <name>ColorPanel</name>
  <message>
   <source>Colour as hexadecimal digits</source>
   <translation>十六进制颜色</translation>
  </message>
  <message>
   <source>Pick a colour from the picture</source>
   <translation>从图像吸取颜色</translation>
  </message>
  <message>
   <source>Pick a colour from the picture, or hold Alt</source>
   <translation>从图像吸取颜色，或按住Alt</translation>
  </message>
  <message>
   <source>Numbers of the colour</source>
   <translation>颜色数值</translation>
  </message>
  <message>
   <source>Colour as #rrggbb</source>
   <translation>#rrggbb格式的颜色</translation>
  </message>
 </context>
 <context>
  <name>ColorWheel</name>
  <message>
   <source>Colour wheel</source>
   <translation>色轮</translation>
  </message>
  <message>
   <source>Arrows change saturation and value, Page Up and Page Down the hue</source>
   <translation>方向键改变饱和度和明度，Page Up和Page Down改变色相</translation>
  </message>
 </context>
 <context>
  <name>Conditions</name>
  <message>
   <source>Generator: {title}</source>
   <translation>生成器：{title}</translation>
  </message>
  <message>
   <source>1 tag</source>
   <translation>1个标签</translation>
  </message>
  <message>
   <source>{count} tags</source>
   <translation>{count}个标签</translation>
  </message>
  <message>
   <source>Tags: {names}</source>
   <translation>标签：{names}</translation>
  </message>
  <message>
   <source>locked to {count} colours</source>
   <translation>锁定为{count}色</translation>
  </message>
  <message>
   <source>Palette lock, no other colour: {colors}</source>
   <translation>色板锁定，不用其他颜色：{colors}</translation>
  </message>
  <message>
   <source>trace lines</source>
   <translation>色线</translation>
  </message>
  <message>
   <source>Trace lines bound shade and highlights.</source>
   <translation>色线划定阴影和高光的边界。</translation>
  </message>
  <message>
   <source>live colour off</source>
   <translation>实时上色已关闭</translation>
  </message>
  <message>
   <source>Live colour is off: Colour now colours what has changed.</source>
   <translation>实时上色已关闭：用“立即上色”为改动上色。</translation>
  </message>
 </context>
 <context>
  <name>CurveEdit</name>
  <message>
   <source>Pressure curve</source>
   <translation>压感曲线</translation>
  </message>
  <message>
   <source>Page Up and Page Down choose a point, arrows move it, Delete takes it away</source>
   <translation>Page Up和Page Down选点，方向键移动，Delete删除</translation>
  </message>
 </context>
 <context>
  <name>CutReports</name>
  <message>
   <source>The report follows when all frames are done.</source>
   <translation>所有帧完成后生成报告。</translation>
  </message>
  <message>
   <source>Writing the report…</source>
   <translation>正在写报告…</translation>
  </message>
 </context>
 <context>
  <name>Devices</name>
  <message>
   <source>the CPU was asked for</source>
   <translation>已指定CPU</translation>
  </message>
  <message>
   <source>an NVIDIA GPU was found</source>
   <translation>找到NVIDIA GPU</translation>
  </message>
  <message>
   <source>the watershed fill needs no other device</source>
   <translation>分水岭填充不需要其他设备</translation>
  </message>
 </context>
 <context>
  <name>Dialogs</name>
  <message>
   <source>Unsaved changes</source>
   <translation>未保存的更改</translation>
  </message>
  <message>
   <source>Save the changes to {name}?</source>
   <translation>保存对{name}的更改吗？</translation>
  </message>
  <message>
   <source>Hints, tags and layers are lost if they are not saved.</source>
   <translation>如果不保存，提示、标签和图层将丢失。</translation>
  </message>
  <message>
   <source>Unsaved work</source>
   <translation>未保存的工作</translation>
  </message>
  <message>
   <source>Restore the unsaved work on {name}?</source>
   <translation>恢复{name}的未保存工作吗？</translation>
  </message>
  <message>
   <source>Tintline did not end properly; this was kept on {when}.</source>
   <translation>Tintline未正常结束；这是{when}保留的工作。</translation>
  </message>
  <message>
   <source>Restore</source>
   <translation>恢复</translation>
  </message>
  <message>
   <source>Discard</source>
   <translation>丢弃</translation>
  </message>
  <message>
   <source>Decide later</source>
   <translation>稍后决定</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>打开</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>保存</translation>
  </message>
  <message>
   <source>Replace file</source>
   <translation>替换文件</translation>
  </message>
  <message>
   <source>{name} exists already. Replace it?</source>
   <translation>{name}已存在。要替换吗？</translation>
  </message>
  <message>
   <source>Replace</source>
   <translation>替换</translation>
  </message>
 </context>
 <context>
  <name>Divider</name>
  <message>
   <source>Divider between before and after</source>
   <translation>上色前后的分界线</translation>
  </message>
  <message>
   <source>Left and right arrows move it</source>
   <translation>左右方向键移动</translation>
  </message>
 </context>
 <context>
  <name>DoubtWalk</name>
  <message>
   <source>Nothing doubtful: the report lists no place.</source>
   <translation>没有可疑之处：报告未列出任何位置。</translation>
  </message>
  <message>
   <source>No colour pops: the report of the finished cut lists none.</source>
   <translation>没有颜色跳变：完成镜头的报告未列出。</translation>
  </message>
  <message>
   <source>{number} of {count} · {frame} · {kind}</source>
   <translation>{number} / {count} · {frame} · {kind}</translation>
  </message>
 </context>
 <context>
  <name>Easel</name>
  <message>
   <source>Choose a paint layer, or add one.</source>
   <translation>请选择或添加绘画图层。</translation>
  </message>
  <message>
   <source>{layer} is hidden: show it to paint on it.</source>
   <translation>{layer}已隐藏：显示后才能在上面绘画。</translation>
  </message>
 </context>
 <context>
  <name>Edits</name>
  <message>
   <source>Dropped colour</source>
   <translation>拖放的颜色</translation>
  </message>
  <message>
   <source>Fill</source>
   <translation>填充</translation>
  </message>
  <message>
   <source>Erase paint</source>
   <translation>擦除绘画</translation>
  </message>
  <message>
   <source>Paint</source>
   <translation>绘画</translation>
  </message>
  <message>
   <source>background</source>
   <translation>背景</translation>
  </message>
  <message>
   <source>hair</source>
   <translation>头发</translation>
  </message>
  <message>
   <source>eyes</source>
   <translation>眼睛</translation>
  </message>
  <message>
   <source>skin</source>
   <translation>皮肤</translation>
  </message>
  <message>
   <source>mouth</source>
   <translation>嘴</translation>
  </message>
  <message>
   <source>brows</source>
   <translation>眉毛</translation>
  </message>
  <message>
   <source>top</source>
   <translation>上衣</translation>
  </message>
  <message>
   <source>skirt or trousers</source>
   <translation>裙子或裤子</translation>
  </message>
  <message>
   <source>dress</source>
   <translation>连衣裙</translation>
  </message>
  <message>
   <source>legwear</source>
   <translation>袜类</translation>
  </message>
  <message>
   <source>footwear</source>
   <translation>鞋</translation>
  </message>
  <message>
   <source>hat</source>
   <translation>帽子</translation>
  </message>
  <message>
   <source>glasses</source>
   <translation>眼镜</translation>
  </message>
  <message>
   <source>ornament</source>
   <translation>饰品</translation>
  </message>
  <message>
   <source>Replace colour</source>
   <translation>替换颜色</translation>
  </message>
  <message>
   <source>Recolour {part}</source>
   <translation>重新上色：{part}</translation>
  </message>
  <message>
   <source>dark</source>
   <translation>深色</translation>
  </message>
  <message>
   <source>light</source>
   <translation>浅色</translation>
  </message>
  <message>
   <source>alpha</source>
   <translation>透明度</translation>
  </message>
  <message>
   <source>Add hint</source>
   <translation>添加提示</translation>
  </message>
  <message>
   <source>Erase hints</source>
   <translation>擦除提示</translation>
  </message>
  <message>
   <source>Move hint</source>
   <translation>移动提示</translation>
  </message>
  <message>
   <source>Clear hints</source>
   <translation>清除提示</translation>
  </message>
  <message>
   <source>Import hints</source>
   <translation>导入提示</translation>
  </message>
  <message>
   <source>Tag {tag}</source>
   <translation>标签 {tag}</translation>
  </message>
  <message>
   <source>Set tags</source>
   <translation>设置标签</translation>
  </message>
  <message>
   <source>Show layer</source>
   <translation>显示图层</translation>
  </message>
  <message>
   <source>Hide layer</source>
   <translation>隐藏图层</translation>
  </message>
  <message>
   <source>Opacity of layer</source>
   <translation>图层不透明度</translation>
  </message>
  <message>
   <source>Change palette</source>
   <translation>更改色板</translation>
  </message>
  <message>
   <source>Change generator</source>
   <translation>更改生成器</translation>
  </message>
  <message>
   <source>Tidy as usual</source>
   <translation>整洁：默认</translation>
  </message>
  <message>
   <source>Tidy {share}</source>
   <translation>整洁 {share}</translation>
  </message>
  <message>
   <source>Variant {number}</source>
   <translation>变体 {number}</translation>
  </message>
  <message>
   <source>find out</source>
   <translation>自动识别</translation>
  </message>
  <message>
   <source>Lines: {kind}, paper off</source>
   <translation>线条：{kind}，去除纸张</translation>
  </message>
  <message>
   <source>Lines: {kind}</source>
   <translation>线条：{kind}</translation>
  </message>
  <message>
   <source>Lines as drawn</source>
   <translation>线条保持原样</translation>
  </message>
  <message>
   <source>Lines by the colours beside</source>
   <translation>线条取相邻颜色</translation>
  </message>
  <message>
   <source>Lines {color}</source>
   <translation>线条 {color}</translation>
  </message>
  <message>
   <source>Return to {name}</source>
   <translation>返回{name}</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>打开</translation>
  </message>
  <message>
   <source>Change light</source>
   <translation>更改光照</translation>
  </message>
  <message>
   <source>Paint light</source>
   <translation>绘制光</translation>
  </message>
  <message>
   <source>painted light</source>
   <translation>手绘光影</translation>
  </message>
  <message>
   <source>barriers</source>
   <translation>屏障</translation>
  </message>
  <message>
   <source>joins</source>
   <translation>连接</translation>
  </message>
  <message>
   <source>Erase {marks}</source>
   <translation>擦除{marks}</translation>
  </message>
  <message>
   <source>Clear {marks}</source>
   <translation>清除{marks}</translation>
  </message>
  <message>
   <source>normal</source>
   <translation>正常</translation>
  </message>
  <message>
   <source>multiply</source>
   <translation>正片叠底</translation>
  </message>
  <message>
   <source>screen</source>
   <translation>滤色</translation>
  </message>
  <message>
   <source>overlay</source>
   <translation>叠加</translation>
  </message>
  <message>
   <source>add</source>
   <translation>相加</translation>
  </message>
  <message>
   <source>Add layer {layer}</source>
   <translation>添加图层{layer}</translation>
  </message>
  <message>
   <source>Delete layer {layer}</source>
   <translation>删除图层{layer}</translation>
  </message>
  <message>
   <source>Rename layer to {layer}</source>
   <translation>图层重命名为{layer}</translation>
  </message>
  <message>
   <source>Blend by {mode}</source>
   <translation>混合模式：{mode}</translation>
  </message>
  <message>
   <source>Lock alpha</source>
   <translation>锁定透明像素</translation>
  </message>
  <message>
   <source>Unlock alpha</source>
   <translation>解锁透明像素</translation>
  </message>
  <message>
   <source>Clip to regions</source>
   <translation>限制在区域内</translation>
  </message>
  <message>
   <source>Paint across regions</source>
   <translation>跨区域绘画</translation>
  </message>
  <message>
   <source>Merge down</source>
   <translation>向下合并</translation>
  </message>
  <message>
   <source>Group layers</source>
   <translation>图层编组</translation>
  </message>
  <message>
   <source>Ungroup layers</source>
   <translation>取消图层编组</translation>
  </message>
  <message>
   <source>Merge group</source>
   <translation>合并编组</translation>
  </message>
  <message>
   <source>Move layer</source>
   <translation>移动图层</translation>
  </message>
  <message>
   <source>Take colours from {name}</source>
   <translation>取用{name}的颜色</translation>
  </message>
  <message>
   <source>Take colours from {count} drawings</source>
   <translation>取用{count}张画的颜色</translation>
  </message>
  <message>
   <source>Remove reference</source>
   <translation>移除参考</translation>
  </message>
  <message>
   <source>Pair places</source>
   <translation>配对位置</translation>
  </message>
  <message>
   <source>Clear pairs</source>
   <translation>清除配对</translation>
  </message>
  <message>
   <source>Barrier</source>
   <translation>屏障</translation>
  </message>
  <message>
   <source>Join regions</source>
   <translation>连接区域</translation>
  </message>
  <message>
   <source>Close gap</source>
   <translation>闭合缺口</translation>
  </message>
  <message>
   <source>Leave gap open</source>
   <translation>保持缺口开放</translation>
  </message>
  <message>
   <source>Smallest region usual</source>
   <translation>最小区域：默认</translation>
  </message>
  <message>
   <source>Smallest region {size} px</source>
   <translation>最小区域 {size} px</translation>
  </message>
  <message>
   <source>Close usual gaps</source>
   <translation>闭合默认缺口</translation>
  </message>
  <message>
   <source>Close gaps up to {size} px</source>
   <translation>闭合不超过{size} px的缺口</translation>
  </message>
  <message>
   <source>Select</source>
   <translation>选择</translation>
  </message>
  <message>
   <source>Delete paint</source>
   <translation>删除绘画</translation>
  </message>
  <message>
   <source>Cel shade</source>
   <translation>赛璐璐阴影</translation>
  </message>
  <message>
   <source>Two-tone shade</source>
   <translation>两层阴影</translation>
  </message>
  <message>
   <source>Soft shade</source>
   <translation>柔和阴影</translation>
  </message>
  <message>
   <source>Light follows the camera</source>
   <translation>光照跟随镜头</translation>
  </message>
  <message>
   <source>Light follows the figure</source>
   <translation>光照跟随人物</translation>
  </message>
  <message>
   <source>Light of day</source>
   <translation>日光</translation>
  </message>
  <message>
   <source>Light of dusk</source>
   <translation>黄昏光</translation>
  </message>
  <message>
   <source>Light of lamp</source>
   <translation>灯光</translation>
  </message>
  <message>
   <source>Light of rim</source>
   <translation>逆光</translation>
  </message>
  <message>
   <source>Paint shade</source>
   <translation>绘制阴影</translation>
  </message>
  <message>
   <source>Take shade away</source>
   <translation>去除阴影</translation>
  </message>
  <message>
   <source>Erase 1 stroke of light</source>
   <translation>擦除1笔光</translation>
  </message>
  <message>
   <source>Erase {count} strokes of light</source>
   <translation>擦除{count}笔光</translation>
  </message>
  <message>
   <source>Erase 1 barrier</source>
   <translation>擦除1道屏障</translation>
  </message>
  <message>
   <source>Erase {count} barriers</source>
   <translation>擦除{count}道屏障</translation>
  </message>
  <message>
   <source>Erase 1 join</source>
   <translation>擦除1个连接</translation>
  </message>
  <message>
   <source>Erase {count} joins</source>
   <translation>擦除{count}个连接</translation>
  </message>
  <message>
   <source>Clear 1 stroke of light</source>
   <translation>清除1笔光</translation>
  </message>
  <message>
   <source>Clear {count} strokes of light</source>
   <translation>清除{count}笔光</translation>
  </message>
  <message>
   <source>Clear 1 barrier</source>
   <translation>清除1道屏障</translation>
  </message>
  <message>
   <source>Clear {count} barriers</source>
   <translation>清除{count}道屏障</translation>
  </message>
  <message>
   <source>Clear 1 join</source>
   <translation>清除1个连接</translation>
  </message>
  <message>
   <source>Clear {count} joins</source>
   <translation>清除{count}个连接</translation>
  </message>
  <message>
   <source>Lock palette to 1 colour</source>
   <translation>将色板锁定为1色</translation>
  </message>
  <message>
   <source>Lock palette to {count} colours</source>
   <translation>将色板锁定为{count}色</translation>
  </message>
  <message>
   <source>Change palette, locked to 1 colour</source>
   <translation>更改色板，锁定为1色</translation>
  </message>
  <message>
   <source>Change palette, locked to {count} colours</source>
   <translation>更改色板，锁定为{count}色</translation>
  </message>
  <message>
   <source>colour layer</source>
   <translation>颜色图层</translation>
  </message>
  <message>
   <source>flats</source>
   <translation>底色</translation>
  </message>
  <message>
   <source>shade</source>
   <translation>阴影</translation>
  </message>
  <message>
   <source>highlight</source>
   <translation>高光</translation>
  </message>
  <message>
   <source>line art</source>
   <translation>线稿</translation>
  </message>
  <message>
   <source>hints</source>
   <translation>提示</translation>
  </message>
  <message>
   <source>Swatch {name} to {color}</source>
   <translation>色样{name}改为{color}</translation>
  </message>
  <message>
   <source>Replace {old} by {new}</source>
   <translation>将{old}替换为{new}</translation>
  </message>
  <message>
   <source>Import 1 hint</source>
   <translation>导入1个提示</translation>
  </message>
  <message>
   <source>Import {count} hints</source>
   <translation>导入{count}个提示</translation>
  </message>
  <message>
   <source>Drop tag {tag}</source>
   <translation>去掉标签 {tag}</translation>
  </message>
  <message>
   <source>Show {layer}</source>
   <translation>显示{layer}</translation>
  </message>
  <message>
   <source>Hide {layer}</source>
   <translation>隐藏{layer}</translation>
  </message>
  <message>
   <source>Opacity of {layer}</source>
   <translation>{layer}的不透明度</translation>
  </message>
  <message>
   <source>Move {layer}</source>
   <translation>移动{layer}</translation>
  </message>
  <message>
   <source>Set tags {tags}</source>
   <translation>设置标签 {tags}</translation>
  </message>
  <message>
   <source>Clear tags</source>
   <translation>清除标签</translation>
  </message>
  <message>
   <source>Generator {name}</source>
   <translation>生成器 {name}</translation>
  </message>
  <message>
   <source>Best generator</source>
   <translation>最佳生成器</translation>
  </message>
  <message>
   <source>Point</source>
   <translation>点</translation>
  </message>
  <message>
   <source>Brush</source>
   <translation>画笔</translation>
  </message>
  <message>
   <source>Area</source>
   <translation>范围</translation>
  </message>
  <message>
   <source>layer</source>
   <translation>图层</translation>
  </message>
  <message>
   <source>{tool} {color}</source>
   <translation>{tool} {color}</translation>
  </message>
  <message>
   <source>{tool} {color} on {part}</source>
   <translation>{tool} {color} ({part})</translation>
  </message>
  <message>
   <source>Leave region uncoloured</source>
   <translation>区域不上色</translation>
  </message>
  <message>
   <source>Leave regions uncoloured</source>
   <translation>多个区域不上色</translation>
  </message>
  <message>
   <source>Keep region as it is</source>
   <translation>保持区域原样</translation>
  </message>
  <message>
   <source>Keep regions as they are</source>
   <translation>保持多个区域原样</translation>
  </message>
  <message>
   <source>Fill {count} regions</source>
   <translation>填充{count}个区域</translation>
  </message>
  <message>
   <source>Erase hint</source>
   <translation>擦除提示</translation>
  </message>
  <message>
   <source>Erase {count} hints</source>
   <translation>擦除{count}个提示</translation>
  </message>
  <message>
   <source>Clear {count} hints</source>
   <translation>清除{count}个提示</translation>
  </message>
  <message>
   <source>Unlock palette</source>
   <translation>解锁色板</translation>
  </message>
  <message>
   <source>Add {color} to palette</source>
   <translation>将{color}加入色板</translation>
  </message>
  <message>
   <source>Take {color} out of palette</source>
   <translation>将{color}移出色板</translation>
  </message>
  <message>
   <source>Light off</source>
   <translation>光照关</translation>
  </message>
  <message>
   <source>Light on</source>
   <translation>光照开</translation>
  </message>
  <message>
   <source>Light from {angle}°</source>
   <translation>来自{angle}°的光</translation>
  </message>
  <message>
   <source>Shade {share}</source>
   <translation>阴影 {share}</translation>
  </message>
  <message>
   <source>Highlights {share}</source>
   <translation>高光 {share}</translation>
  </message>
  <message>
   <source>Tint of shade {color}</source>
   <translation>阴影色调 {color}</translation>
  </message>
  <message>
   <source>Tint of highlights {color}</source>
   <translation>高光色调 {color}</translation>
  </message>
  <message>
   <source>derived</source>
   <translation>自动</translation>
  </message>
  <message>
   <source>Swatch {color}</source>
   <translation>色样 {color}</translation>
  </message>
  <message>
   <source>Tones of a swatch</source>
   <translation>色样的色阶</translation>
  </message>
  <message>
   <source>Merge swatches</source>
   <translation>合并色样</translation>
  </message>
  <message>
   <source>Add swatches</source>
   <translation>添加色样</translation>
  </message>
  <message>
   <source>Colour set {name}</source>
   <translation>配色组 {name}</translation>
  </message>
  <message>
   <source>Add colour set {name}</source>
   <translation>添加配色组 {name}</translation>
  </message>
  <message>
   <source>Name colour set {name}</source>
   <translation>配色组命名为 {name}</translation>
  </message>
  <message>
   <source>Remove colour set {name}</source>
   <translation>删除配色组 {name}</translation>
  </message>
  <message>
   <source>Cut hints</source>
   <translation>剪切提示</translation>
  </message>
  <message>
   <source>Cut paint</source>
   <translation>剪切绘画</translation>
  </message>
  <message>
   <source>Paste hints</source>
   <translation>粘贴提示</translation>
  </message>
  <message>
   <source>Select all</source>
   <translation>全选</translation>
  </message>
  <message>
   <source>Select nothing</source>
   <translation>取消选择</translation>
  </message>
  <message>
   <source>Invert selection</source>
   <translation>反转选区</translation>
  </message>
 </context>
 <context>
  <name>EmptyPage</name>
  <message>
   <source>Colour a whole cut as one</source>
   <translation>一次为整个镜头上色</translation>
  </message>
  <message>
   <source>Choose a folder of line drawings, or drop one here.
Give one frame its colours; they are carried to the others.</source>
   <translation>选择线稿文件夹，或拖放到这里。
给一帧上色，颜色会传递到其他帧。</translation>
  </message>
  <message>
   <source>Choose frames…</source>
   <translation>选择帧…</translation>
  </message>
 </context>
 <context>
  <name>FileActions</name>
  <message>
   <source>No red, blue or green trace lines were found in it.</source>
   <translation>其中没有找到红、蓝或绿的色线。</translation>
  </message>
  <message>
   <source>Drawings and projects ({endings})</source>
   <translation>画稿和项目 ({endings})</translation>
  </message>
  <message>
   <source>All files (*)</source>
   <translation>所有文件 (*)</translation>
  </message>
  <message>
   <source>Restored {name}</source>
   <translation>已恢复{name}</translation>
  </message>
  <message>
   <source>Restoring {name}…</source>
   <translation>正在恢复{name}…</translation>
  </message>
  <message>
   <source>Opening {name}…</source>
   <translation>正在打开{name}…</translation>
  </message>
  <message>
   <source>Opened {name}, {size}</source>
   <translation>已打开{name}，{size}</translation>
  </message>
  <message>
   <source>Tags that are unknown here have no effect: {names}.</source>
   <translation>此处未知的标签无效：{names}。</translation>
  </message>
  <message>
   <source>Tintline project</source>
   <translation>Tintline项目</translation>
  </message>
  <message>
   <source>Saving {name}…</source>
   <translation>正在保存{name}…</translation>
  </message>
  <message>
   <source>PNG picture</source>
   <translation>PNG图像</translation>
  </message>
  <message>
   <source>OpenRaster picture</source>
   <translation>OpenRaster图像</translation>
  </message>
  <message>
   <source>Photoshop picture</source>
   <translation>Photoshop图像</translation>
  </message>
  <message>
   <source>Paint for OpenToonz</source>
   <translation>OpenToonz上色</translation>
  </message>
  <message>
   <source>Exporting {name}…</source>
   <translation>正在导出{name}…</translation>
  </message>
  <message>
   <source>one layer a colour</source>
   <translation>每色一层</translation>
  </message>
  <message>
   <source>transparent layers</source>
   <translation>透明图层</translation>
  </message>
 </context>
 <context>
  <name>FileDrops</name>
  <message>
   <source>One drawing at a time: opening {name}.</source>
   <translation>一次只能打开一张：正在打开{name}。</translation>
  </message>
 </context>
 <context>
  <name>FileWork</name>
  <message>
   <source>{path}: was read for this document; choose another name</source>
   <translation>{path}：本文档正在使用此文件；请换一个名称</translation>
  </message>
  <message>
   <source>Saved {path}</source>
   <translation>已保存{path}</translation>
  </message>
 </context>
 <context>
  <name>FillBar</name>
  <message>
   <source>Colour</source>
   <translation>颜色</translation>
  </message>
  <message>
   <source>Give regions the brush's colour (F)</source>
   <translation>为区域填上画笔颜色 (F)</translation>
  </message>
  <message>
   <source>Keep as it is</source>
   <translation>保持原样</translation>
  </message>
  <message>
   <source>Keep what regions show now, whatever later hints say (K)</source>
   <translation>保持区域当前的颜色，不受之后的提示影响 (K)</translation>
  </message>
  <message>
   <source>No colour</source>
   <translation>无颜色</translation>
  </message>
  <message>
   <source>Leave regions uncoloured and transparent (U)</source>
   <translation>区域不上色并保持透明 (U)</translation>
  </message>
  <message>
   <source>Only leftovers</source>
   <translation>仅剩余</translation>
  </message>
  <message>
   <source>Pass over regions that have a colour</source>
   <translation>跳过已有颜色的区域</translation>
  </message>
  <message>
   <source>Next without colour</source>
   <translation>下一个无色区域</translation>
  </message>
  <message>
   <source>Go to the next region without a colour (N)</source>
   <translation>转到下一个无色区域 (N)</translation>
  </message>
 </context>
 <context>
  <name>Filmstrip</name>
  <message>
   <source>Frames</source>
   <translation>帧</translation>
  </message>
 </context>
 <context>
  <name>FrameCanvas</name>
  <message>
   <source>Opening {name}…</source>
   <translation>正在打开{name}…</translation>
  </message>
  <message>
   <source>Reading frames…</source>
   <translation>正在读取帧…</translation>
  </message>
 </context>
 <context>
  <name>FrameDelegate</name>
  <message>
   <source>failed</source>
   <translation>失败</translation>
  </message>
  <message>
   <source>redo</source>
   <translation>重做</translation>
  </message>
  <message>
   <source>running</source>
   <translation>运行中</translation>
  </message>
  <message>
   <source>held</source>
   <translation>停格</translation>
  </message>
 </context>
 <context>
  <name>FrameListModel</name>
  <message>
   <source>waiting</source>
   <translation>等待中</translation>
  </message>
  <message>
   <source>is being coloured</source>
   <translation>正在上色</translation>
  </message>
  <message>
   <source>done</source>
   <translation>完成</translation>
  </message>
  <message>
   <source>was done before</source>
   <translation>之前已完成</translation>
  </message>
  <message>
   <source>to be coloured again</source>
   <translation>将重新上色</translation>
  </message>
  <message>
   <source>failed</source>
   <translation>失败</translation>
  </message>
  <message>
   <source>confidence {share}</source>
   <translation>把握 {share}</translation>
  </message>
  <message>
   <source>key frame with hints of its own</source>
   <translation>有自己提示的关键帧</translation>
  </message>
  <message>
   <source>held: the same drawing as an earlier frame</source>
   <translation>停格：与之前某帧相同的画</translation>
  </message>
  <message>
   <source>1 place corrected by hand</source>
   <translation>手动修正1处</translation>
  </message>
  <message>
   <source>{count} places corrected by hand</source>
   <translation>手动修正{count}处</translation>
  </message>
 </context>
 <context>
  <name>FramePictures</name>
  <message>
   <source>Reading frames…</source>
   <translation>正在读取帧…</translation>
  </message>
 </context>
 <context>
  <name>FrameRuler</name>
  <message>
   <source>All frames</source>
   <translation>所有帧</translation>
  </message>
 </context>
 <context>
  <name>GapBar</name>
  <message>
   <source>Close gaps up to</source>
   <translation>闭合缺口上限</translation>
  </message>
  <message>
   <source>Widest gap that is closed, in pixels</source>
   <translation>要闭合的最大缺口 (像素)</translation>
  </message>
  <message>
   <source>Smallest region</source>
   <translation>最小区域</translation>
  </message>
  <message>
   <source>Side of the smallest region, in pixels</source>
   <translation>最小区域的边长 (像素)</translation>
  </message>
 </context>
 <context>
  <name>GeneralPage</name>
  <message>
   <source>General</source>
   <translation>常规</translation>
  </message>
  <message>
   <source>Theme</source>
   <translation>主题</translation>
  </message>
  <message>
   <source>As the system</source>
   <translation>跟随系统</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>深色</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>浅色</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>语言</translation>
  </message>
  <message>
   <source> s</source>
   <translation> 秒</translation>
  </message>
  <message>
   <source>Seconds until unsaved work is copied</source>
   <translation>复制未保存工作前的秒数</translation>
  </message>
  <message>
   <source>Steps that can be taken back</source>
   <translation>可撤销的步数</translation>
  </message>
  <message>
   <source>begin with a light</source>
   <translation>以光照开始</translation>
  </message>
  <message>
   <source>Language, from the next start</source>
   <translation>语言 (下次启动生效)</translation>
  </message>
  <message>
   <source>Copy unsaved work after</source>
   <translation>复制未保存工作的间隔</translation>
  </message>
  <message>
   <source>Steps for undo</source>
   <translation>撤销步数</translation>
  </message>
  <message>
   <source>New drawings</source>
   <translation>新画稿</translation>
  </message>
  <message>
   <source>While you paint</source>
   <translation>绘画时</translation>
  </message>
  <message>
   <source>Layered files</source>
   <translation>分层文件</translation>
  </message>
  <message>
   <source>The copy of unsaved work is offered at the next start if this one ends badly.</source>
   <translation>如果本次异常结束，下次启动时可恢复未保存工作的副本。</translation>
  </message>
 </context>
 <context>
  <name>GeneratorControl</name>
  <message>
   <source>Until then hints alone fill the picture.</source>
   <translation>在此之前仅用提示填充图像。</translation>
  </message>
  <message>
   <source>{title} takes no tags. Choose another generator to use them.</source>
   <translation>{title}不使用标签。如需使用请选择其他生成器。</translation>
  </message>
  <message>
   <source>{title} takes no hints. Choose another generator to use them.</source>
   <translation>{title}不使用提示。如需使用请选择其他生成器。</translation>
  </message>
 </context>
 <context>
  <name>GeneratorList</name>
  <message>
   <source>Licence of the weights: {licence}</source>
   <translation>权重许可：{licence}</translation>
  </message>
 </context>
 <context>
  <name>GeneratorPanel</name>
  <message>
   <source>Generators</source>
   <translation>生成器</translation>
  </message>
  <message>
   <source>Live colour</source>
   <translation>实时上色</translation>
  </message>
  <message>
   <source>Colour now</source>
   <translation>立即上色</translation>
  </message>
  <message>
   <source>Device</source>
   <translation>设备</translation>
  </message>
  <message>
   <source>Automatic</source>
   <translation>自动</translation>
  </message>
  <message>
   <source>GPU (CUDA)</source>
   <translation>GPU (CUDA)</translation>
  </message>
  <message>
   <source>Tidy</source>
   <translation>整洁</translation>
  </message>
  <message>
   <source>Left: the generator's own picture. Middle: one hue a region, its light kept, and white paper. Right: one colour a region.</source>
   <translation>左：生成器的原图。中：每个区域一种色相，保留明暗，纸张为白。右：每个区域一种颜色。</translation>
  </message>
  <message>
   <source>Usual</source>
   <translation>默认</translation>
  </message>
  <message>
   <source>As this generator's pictures look best</source>
   <translation>此生成器的图像最好看的设置</translation>
  </message>
  <message>
   <source>Another picture of the same drawing</source>
   <translation>同一画稿的另一张图</translation>
  </message>
  <message>
   <source>{generator} runs on the {device}: {reason}</source>
   <translation>{generator}在{device}上运行：{reason}</translation>
  </message>
 </context>
 <context>
  <name>GeneratorRow</name>
  <message>
   <source>Cannot be used here</source>
   <translation>在此无法使用</translation>
  </message>
  <message>
   <source>hints and tags</source>
   <translation>提示和标签</translation>
  </message>
  <message>
   <source>hints</source>
   <translation>提示</translation>
  </message>
  <message>
   <source>tags</source>
   <translation>标签</translation>
  </message>
  <message>
   <source>no hints</source>
   <translation>无提示</translation>
  </message>
  <message>
   <source>{takes} · {millions:.1f} M parameters</source>
   <translation>{takes} · {millions:.1f} M 参数</translation>
  </message>
 </context>
 <context>
  <name>Generators</name>
  <message>
   <source>Nearly every drawing: colours are exact and stay within their lines.</source>
   <translation>适合几乎所有画稿：颜色准确，不出线。</translation>
  </message>
  <message>
   <source>Published methods, small</source>
   <translation>已发表的方法 (小型)</translation>
  </message>
  <message>
   <source>Soft colour as of watercolours, from many hints.</source>
   <translation>由许多提示生成水彩般的柔和颜色。</translation>
  </message>
  <message>
   <source>Painted-looking colour from hints, over a draft that comes at once.</source>
   <translation>由提示生成手绘感的颜色，先立即给出草图。</translation>
  </message>
  <message>
   <source>Colours that bloom out of their hints as on wet paper.</source>
   <translation>颜色从提示处晕开，如在湿纸上。</translation>
  </message>
  <message>
   <source>Blurred washes in which neighbouring hints mix.</source>
   <translation>相邻提示混合的模糊晕染。</translation>
  </message>
  <message>
   <source>A first idea of a character from tags alone, without a hint.</source>
   <translation>无需提示，仅凭标签得到角色的初步配色。</translation>
  </message>
  <message>
   <source>Without a network</source>
   <translation>无网络</translation>
  </message>
  <message>
   <source>Flat fills from hints alone; always there.</source>
   <translation>仅由提示平涂；始终可用。</translation>
  </message>
  <message>
   <source>Watershed fill (no generator)</source>
   <translation>分水岭填充 (无生成器)</translation>
  </message>
 </context>
 <context>
  <name>Help</name>
  <message>
   <source>not installed</source>
   <translation>未安装</translation>
  </message>
  <message>
   <source>&lt;h3&gt;Tintline {number}&lt;/h3&gt;&lt;p&gt;Interactive colouring of line art: colour hints and tags in, layers out.&lt;/p&gt;&lt;p&gt;Apache License 2.0&lt;/p&gt;</source>
   <translation>&lt;h3&gt;Tintline {number}&lt;/h3&gt;&lt;p&gt;交互式线稿上色：输入颜色提示和标签，输出图层。&lt;/p&gt;&lt;p&gt;Apache License 2.0&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Left button, pen</source>
   <translation>左键、画笔</translation>
  </message>
  <message>
   <source>draw with the current tool</source>
   <translation>用当前工具绘制</translation>
  </message>
  <message>
   <source>Right button</source>
   <translation>右键</translation>
  </message>
  <message>
   <source>pick a colour</source>
   <translation>吸取颜色</translation>
  </message>
  <message>
   <source>Middle button, or hold {keys}</source>
   <translation>中键，或按住{keys}</translation>
  </message>
  <message>
   <source>move the picture</source>
   <translation>移动图像</translation>
  </message>
  <message>
   <source>Hold {keys} and drag</source>
   <translation>按住{keys}拖动</translation>
  </message>
  <message>
   <source>turn the picture</source>
   <translation>旋转图像</translation>
  </message>
  <message>
   <source>Alt or Ctrl held</source>
   <translation>按住Alt或Ctrl</translation>
  </message>
  <message>
   <source>Wheel</source>
   <translation>滚轮</translation>
  </message>
  <message>
   <source>zoom at the pointer, with Ctrl in finer steps</source>
   <translation>在指针处缩放，按Ctrl更精细</translation>
  </message>
  <message>
   <source>Shift and wheel</source>
   <translation>Shift加滚轮</translation>
  </message>
  <message>
   <source>rotate</source>
   <translation>旋转</translation>
  </message>
  <message>
   <source>rotate; stand upright again</source>
   <translation>旋转；恢复角度</translation>
  </message>
  <message>
   <source>Two fingers, pinch</source>
   <translation>双指、捏合</translation>
  </message>
  <message>
   <source>move, zoom and rotate, on touchpad and screen</source>
   <translation>在触摸板和屏幕上移动、缩放和旋转</translation>
  </message>
  <message>
   <source>smaller and larger brush</source>
   <translation>减小和增大画笔</translation>
  </message>
  <message>
   <source>point, brush, fill, enclose and fill</source>
   <translation>点、画笔、填充、圈选填充</translation>
  </message>
  <message>
   <source>barrier, join regions</source>
   <translation>屏障、连接区域</translation>
  </message>
  <message>
   <source>keep regions as they are, leave them uncoloured</source>
   <translation>保持区域原样、不上色</translation>
  </message>
  <message>
   <source>Second press with fill</source>
   <translation>填充时第二次点按</translation>
  </message>
  <message>
   <source>this piece of the region alone</source>
   <translation>仅区域的这一块</translation>
  </message>
  <message>
   <source>to the next region without a colour, fill it</source>
   <translation>到下一个无色区域、填充它</translation>
  </message>
  <message>
   <source>shadow brush, eraser, move a hint</source>
   <translation>阴影画笔、橡皮擦、移动提示</translation>
  </message>
  <message>
   <source>pick a colour, move the picture</source>
   <translation>吸取颜色、移动图像</translation>
  </message>
  <message>
   <source>on a paint layer: paint, erase, fill</source>
   <translation>在绘画图层上：绘画、擦除、填充</translation>
  </message>
  <message>
   <source>one more paint layer</source>
   <translation>再加一个绘画图层</translation>
  </message>
  <message>
   <source>select a region, a colour or by a loop; Shift adds</source>
   <translation>选择区域、颜色或圈选；Shift添加</translation>
  </message>
  <message>
   <source>paint or hints; Enter places a pasted picture</source>
   <translation>绘画或提示；Enter放置粘贴的图像</translation>
  </message>
  <message>
   <source>select nothing: paint goes everywhere again</source>
   <translation>取消选择：可在任意处绘画</translation>
  </message>
  <message>
   <source>Shift and point or brush</source>
   <translation>Shift加点或画笔</translation>
  </message>
  <message>
   <source>colour this region alone</source>
   <translation>仅为此区域上色</translation>
  </message>
  <message>
   <source>Shift and fill</source>
   <translation>Shift加填充</translation>
  </message>
  <message>
   <source>replace the colour under the pen everywhere</source>
   <translation>处处替换笔下的颜色</translation>
  </message>
  <message>
   <source>Swatch dragged to the picture</source>
   <translation>将色样拖到图像上</translation>
  </message>
  <message>
   <source>a point of its colour</source>
   <translation>该颜色的一个点</translation>
  </message>
  <message>
   <source>show every region in a colour of its own</source>
   <translation>用不同颜色显示每个区域</translation>
  </message>
  <message>
   <source>frame before and after, play the cut</source>
   <translation>上一帧、下一帧、播放镜头</translation>
  </message>
  <message>
   <source>next doubtful region of the cut</source>
   <translation>镜头的下一个可疑区域</translation>
  </message>
  <message>
   <source>next colour pop of the cut</source>
   <translation>镜头的下一处颜色跳变</translation>
  </message>
  <message>
   <source>hide the hints and show them again</source>
   <translation>隐藏和显示提示</translation>
  </message>
  <message>
   <source>canvas only, full screen</source>
   <translation>仅画布、全屏</translation>
  </message>
  <message>
   <source>Hold {keys}</source>
   <translation>按住{keys}</translation>
  </message>
  <message>
   <source>see the drawing alone</source>
   <translation>只看线稿</translation>
  </message>
  <message>
   <source>swap both colours</source>
   <translation>交换两个颜色</translation>
  </message>
  <message>
   <source>preferences, where keys are changed</source>
   <translation>首选项，可更改按键</translation>
  </message>
  <message>
   <source>Esc while drawing</source>
   <translation>绘制时按Esc</translation>
  </message>
  <message>
   <source>give the stroke up</source>
   <translation>放弃这一笔</translation>
  </message>
  <message>
   <source>Pen, mouse and keys</source>
   <translation>画笔、鼠标与按键</translation>
  </message>
  <message>
   <source>About Tintline</source>
   <translation>关于Tintline</translation>
  </message>
 </context>
 <context>
  <name>HistoryPanel</name>
  <message>
   <source>History</source>
   <translation>历史记录</translation>
  </message>
 </context>
 <context>
  <name>KeyField</name>
  <message>
   <source>Press keys</source>
   <translation>按下按键</translation>
  </message>
  <message>
   <source>Keys of the command</source>
   <translation>命令的按键</translation>
  </message>
  <message>
   <source>Press the new keys; Esc leaves the field</source>
   <translation>按下新的按键；Esc离开此栏</translation>
  </message>
 </context>
 <context>
  <name>KnownDrawings</name>
  <message>
   <source>Open &amp;recent</source>
   <translation>打开最近文件(&amp;C)</translation>
  </message>
  <message>
   <source>Open sa&amp;mple</source>
   <translation>打开示例(&amp;M)</translation>
  </message>
 </context>
 <context>
  <name>LayerBar</name>
  <message>
   <source>Add a paint layer</source>
   <translation>添加绘画图层</translation>
  </message>
  <message>
   <source>Merge down</source>
   <translation>向下合并</translation>
  </message>
  <message>
   <source>Delete the layer</source>
   <translation>删除图层</translation>
  </message>
  <message>
   <source>Lock alpha: paint changes colours alone</source>
   <translation>锁定透明像素：绘画只改变颜色</translation>
  </message>
  <message>
   <source>Clip to regions: a stroke stays in the region it began in</source>
   <translation>限制在区域内：笔画停留在起笔的区域</translation>
  </message>
  <message>
   <source>Blend mode</source>
   <translation>混合模式</translation>
  </message>
  <message>
   <source>How the layer joins what lies below it</source>
   <translation>图层与下方内容的混合方式</translation>
  </message>
  <message>
   <source>Group the layer</source>
   <translation>将图层编组</translation>
  </message>
  <message>
   <source>Ungroup the layers</source>
   <translation>取消图层编组</translation>
  </message>
 </context>
 <context>
  <name>LayerRow</name>
  <message>
   <source>Hide {layer}</source>
   <translation>隐藏{layer}</translation>
  </message>
  <message>
   <source>Show {layer}</source>
   <translation>显示{layer}</translation>
  </message>
  <message>
   <source>Light off</source>
   <translation>光照关</translation>
  </message>
  <message>
   <source>{layer} holds next to nothing while the light is off</source>
   <translation>光照关闭时，{layer}几乎没有内容</translation>
  </message>
  <message>
   <source>Layer name</source>
   <translation>图层名称</translation>
  </message>
 </context>
 <context>
  <name>LayerWork</name>
  <message>
   <source>{layer} is hidden: show it to take something away.</source>
   <translation>{layer} 已隐藏：请先显示再删除。</translation>
  </message>
  <message>
   <source>The alpha of {layer} is locked: unlock it to take paint away.</source>
   <translation>{layer} 的透明度已锁定：请解锁后再删除颜料。</translation>
  </message>
 </context>
 <context>
  <name>Layers</name>
  <message>
   <source>Colour</source>
   <translation>颜色</translation>
  </message>
  <message>
   <source>Flats</source>
   <translation>底色</translation>
  </message>
  <message>
   <source>Shade</source>
   <translation>阴影</translation>
  </message>
  <message>
   <source>Highlight</source>
   <translation>高光</translation>
  </message>
  <message>
   <source>Line art</source>
   <translation>线稿</translation>
  </message>
  <message>
   <source>Hints</source>
   <translation>提示</translation>
  </message>
 </context>
 <context>
  <name>LayersPanel</name>
  <message>
   <source>Layer opacity</source>
   <translation>图层不透明度</translation>
  </message>
  <message>
   <source>Opacity</source>
   <translation>不透明度</translation>
  </message>
  <message>
   <source>Space shows or hides, Alt and arrows or dragging move, F2 renames</source>
   <translation>空格显示或隐藏，Alt加方向键或拖动移动，F2重命名</translation>
  </message>
  <message>
   <source>Layers</source>
   <translation>图层</translation>
  </message>
  <message>
   <source>Hide layer</source>
   <translation>隐藏图层</translation>
  </message>
  <message>
   <source>Show layer</source>
   <translation>显示图层</translation>
  </message>
  <message>
   <source>Move up</source>
   <translation>上移</translation>
  </message>
  <message>
   <source>Move down</source>
   <translation>下移</translation>
  </message>
  <message>
   <source>Full opacity</source>
   <translation>完全不透明</translation>
  </message>
  <message>
   <source>Add a paint layer above</source>
   <translation>在上方添加绘画图层</translation>
  </message>
  <message>
   <source>Rename…</source>
   <translation>重命名…</translation>
  </message>
  <message>
   <source>Group</source>
   <translation>编组</translation>
  </message>
  <message>
   <source>Ungroup</source>
   <translation>取消编组</translation>
  </message>
  <message>
   <source>Merge group</source>
   <translation>合并编组</translation>
  </message>
  <message>
   <source>Merge down</source>
   <translation>向下合并</translation>
  </message>
  <message>
   <source>Delete group</source>
   <translation>删除编组</translation>
  </message>
  <message>
   <source>Delete layer</source>
   <translation>删除图层</translation>
  </message>
 </context>
 <context>
  <name>LeakFinder</name>
  <message>
   <source>Gaps are not sought in drawings of more than {limit} million pixels; this one has {count} million. Open a smaller copy to look for them.</source>
   <translation>超过{limit}百万像素的画稿不查找缺口；此画稿有{count}百万像素。请打开较小的副本查找。</translation>
  </message>
  <message>
   <source>Looking for gaps in the lines</source>
   <translation>正在查找线条缺口</translation>
  </message>
  <message>
   <source>{closed} gaps closed for filling, {open} left open</source>
   <translation>为填充闭合{closed}个缺口，{open}个保持开放</translation>
  </message>
 </context>
 <context>
  <name>LeftoverFinder</name>
  <message>
   <source>Every region has a colour</source>
   <translation>所有区域都有颜色</translation>
  </message>
  <message>
   <source>Region {number} of {count} without a colour</source>
   <translation>无色区域 {number} / {count}</translation>
  </message>
 </context>
 <context>
  <name>LightControl</name>
  <message>
   <source>The light is off: turn it on in its panel to see what you paint.</source>
   <translation>光照已关闭：在其面板中打开才能看到所画内容。</translation>
  </message>
 </context>
 <context>
  <name>LightDial</name>
  <message>
   <source>Direction of the light</source>
   <translation>光的方向</translation>
  </message>
  <message>
   <source>Degrees clockwise from above; arrows turn by 5, Page Up and Page Down by 45</source>
   <translation>从上方顺时针的角度；方向键转5度，Page Up和Page Down转45度</translation>
  </message>
 </context>
 <context>
  <name>LightHandle</name>
  <message>
   <source>Handle of the light</source>
   <translation>光的手柄</translation>
  </message>
  <message>
   <source>Drag to turn the light; with Shift in steps of 15°</source>
   <translation>拖动旋转光；按Shift以15°为步长</translation>
  </message>
 </context>
 <context>
  <name>LightPanel</name>
  <message>
   <source>Light</source>
   <translation>光照</translation>
  </message>
  <message>
   <source>Cel</source>
   <translation>赛璐璐</translation>
  </message>
  <message>
   <source>One tone of shade, crisp</source>
   <translation>一层阴影，边缘清晰</translation>
  </message>
  <message>
   <source>Two tones</source>
   <translation>两层阴影</translation>
  </message>
  <message>
   <source>Two tones of shade, crisp</source>
   <translation>两层阴影，边缘清晰</translation>
  </message>
  <message>
   <source>Soft</source>
   <translation>柔和</translation>
  </message>
  <message>
   <source>Shade that fades</source>
   <translation>渐隐的阴影</translation>
  </message>
  <message>
   <source>Strength of shade</source>
   <translation>阴影强度</translation>
  </message>
  <message>
   <source>Strength of highlights</source>
   <translation>高光强度</translation>
  </message>
  <message>
   <source>Tint of shade</source>
   <translation>阴影色调</translation>
  </message>
  <message>
   <source>Tint of highlights</source>
   <translation>高光色调</translation>
  </message>
  <message>
   <source>Shade</source>
   <translation>阴影</translation>
  </message>
  <message>
   <source>Paint shade with the brush (S)</source>
   <translation>用画笔绘制阴影 (S)</translation>
  </message>
  <message>
   <source>Paint highlights with the brush (S)</source>
   <translation>用画笔绘制高光 (S)</translation>
  </message>
  <message>
   <source>Neither</source>
   <translation>都不画</translation>
  </message>
  <message>
   <source>Take shade and highlights away with the brush (S)</source>
   <translation>用画笔去除阴影和高光 (S)</translation>
  </message>
  <message>
   <source>Day: from the upper left, cool shade</source>
   <translation>日光：来自左上，冷色阴影</translation>
  </message>
  <message>
   <source>Dusk: from low at the left, violet shade</source>
   <translation>黄昏：来自左侧低处，紫色阴影</translation>
  </message>
  <message>
   <source>Lamp: from the upper right, strong and warm</source>
   <translation>灯光：来自右上，强而暖</translation>
  </message>
  <message>
   <source>Rim: from behind</source>
   <translation>逆光：来自背后</translation>
  </message>
  <message>
   <source>In an animation: turn the light with the figure, not with the camera</source>
   <translation>在动画中：光随人物转动，而不随镜头</translation>
  </message>
  <message>
   <source>Highlights</source>
   <translation>高光</translation>
  </message>
  <message>
   <source>Brush</source>
   <translation>画笔</translation>
  </message>
  <message>
   <source>from {angle}°</source>
   <translation>来自{angle}°</translation>
  </message>
 </context>
 <context>
  <name>LineColorMenu</name>
  <message>
   <source>&amp;Colour of lines</source>
   <translation>线条颜色(&amp;C)</translation>
  </message>
  <message>
   <source>As they are &amp;drawn</source>
   <translation>保持原样(&amp;D)</translation>
  </message>
  <message>
   <source>A dark tone of the colour &amp;beside each</source>
   <translation>相邻颜色的暗色调(&amp;B)</translation>
  </message>
  <message>
   <source>&amp;One colour…</source>
   <translation>单一颜色(&amp;O)…</translation>
  </message>
  <message>
   <source>Colour of the lines</source>
   <translation>线条颜色</translation>
  </message>
 </context>
 <context>
  <name>LineControl</name>
  <message>
   <source>dark lines</source>
   <translation>深色线条</translation>
  </message>
  <message>
   <source>light lines</source>
   <translation>浅色线条</translation>
  </message>
  <message>
   <source>ink on nothing</source>
   <translation>透明底线条</translation>
  </message>
  <message>
   <source>&amp;Find out</source>
   <translation>自动识别(&amp;F)</translation>
  </message>
  <message>
   <source>&amp;Dark lines on lighter paper</source>
   <translation>较浅纸上的深色线条(&amp;D)</translation>
  </message>
  <message>
   <source>&amp;Light lines on darker paper</source>
   <translation>较深纸上的浅色线条(&amp;L)</translation>
  </message>
  <message>
   <source>&amp;All that is on a transparent sheet</source>
   <translation>透明底上的全部内容(&amp;A)</translation>
  </message>
  <message>
   <source>&amp;Lines</source>
   <translation>线条(&amp;N)</translation>
  </message>
  <message>
   <source>&amp;Take the paper off</source>
   <translation>去除纸张(&amp;T)</translation>
  </message>
  <message>
   <source>Reading the lines…</source>
   <translation>正在读取线条…</translation>
  </message>
  <message>
   <source>no paper</source>
   <translation>无纸张</translation>
  </message>
  <message>
   <source>as you chose</source>
   <translation>按您的选择</translation>
  </message>
  <message>
   <source>as found out</source>
   <translation>按自动识别</translation>
  </message>
  <message>
   <source>What of the drawing is line: {how}</source>
   <translation>画稿中何为线条：{how}</translation>
  </message>
 </context>
 <context>
  <name>Listings</name>
  <message>
   <source>Looking for generators…</source>
   <translation>正在查找生成器…</translation>
  </message>
  <message>
   <source>Checking generators…</source>
   <translation>正在检查生成器…</translation>
  </message>
  <message>
   <source>Reading samples…</source>
   <translation>正在读取示例…</translation>
  </message>
 </context>
 <context>
  <name>LiveColorizer</name>
  <message>
   <source>loading the generator</source>
   <translation>正在加载生成器</translation>
  </message>
  <message>
   <source>not up to date; Colour now colours it</source>
   <translation>不是最新；用“立即上色”上色</translation>
  </message>
  <message>
   <source>{device} · colouring…</source>
   <translation>{device} · 正在上色…</translation>
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
   <translation>上色失败</translation>
  </message>
  <message>
   <source>Hints alone fill the picture until you choose another generator.</source>
   <translation>在选择其他生成器之前仅用提示填充图像。</translation>
  </message>
  <message>
   <source>preview</source>
   <translation>预览</translation>
  </message>
  <message>
   <source>final</source>
   <translation>最终</translation>
  </message>
  <message>
   <source>full size</source>
   <translation>原尺寸</translation>
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
   <translation>颜色</translation>
  </message>
  <message>
   <source>Palette</source>
   <translation>色板</translation>
  </message>
  <message>
   <source>Tags</source>
   <translation>标签</translation>
  </message>
  <message>
   <source>Generator</source>
   <translation>生成器</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>光照</translation>
  </message>
  <message>
   <source>Layers</source>
   <translation>图层</translation>
  </message>
  <message>
   <source>History</source>
   <translation>历史记录</translation>
  </message>
  <message>
   <source>Reference</source>
   <translation>参考</translation>
  </message>
  <message>
   <source>Animation</source>
   <translation>动画</translation>
  </message>
 </context>
 <context>
  <name>Manual</name>
  <message>
   <source>Manual</source>
   <translation>手册</translation>
  </message>
  <message>
   <source>Contents of the manual</source>
   <translation>手册目录</translation>
  </message>
  <message>
   <source>Search the manual</source>
   <translation>搜索手册</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>后退</translation>
  </message>
  <message>
   <source>Forward</source>
   <translation>前进</translation>
  </message>
  <message>
   <source>Not found</source>
   <translation>未找到</translation>
  </message>
 </context>
 <context>
  <name>ManualPage</name>
  <message>
   <source>Page of the manual</source>
   <translation>手册页面</translation>
  </message>
 </context>
 <context>
  <name>Messages</name>
  <message>
   <source>Hints are hidden: show their layer to see what you draw.</source>
   <translation>提示已隐藏：显示其图层才能看到所画内容。</translation>
  </message>
  <message>
   <source>Hints are hidden: show their layer to erase them.</source>
   <translation>提示已隐藏：显示其图层才能擦除。</translation>
  </message>
 </context>
 <context>
  <name>MiniMap</name>
  <message>
   <source>Mini map</source>
   <translation>导航小图</translation>
  </message>
  <message>
   <source>Arrows move the view</source>
   <translation>方向键移动视图</translation>
  </message>
 </context>
 <context>
  <name>OnionButton</name>
  <message>
   <source>Onion skin: show the frames before and after</source>
   <translation>洋葱皮：显示前后帧</translation>
  </message>
  <message>
   <source>Frames before</source>
   <translation>之前帧数</translation>
  </message>
  <message>
   <source>Frames after</source>
   <translation>之后帧数</translation>
  </message>
  <message>
   <source>Strength of the onion skin</source>
   <translation>洋葱皮强度</translation>
  </message>
  <message>
   <source>Before</source>
   <translation>之前</translation>
  </message>
  <message>
   <source>After</source>
   <translation>之后</translation>
  </message>
  <message>
   <source>Strength</source>
   <translation>强度</translation>
  </message>
 </context>
 <context>
  <name>OptionsBar</name>
  <message>
   <source>Brush options</source>
   <translation>画笔选项</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>大小</translation>
  </message>
  <message>
   <source>Brush size</source>
   <translation>画笔大小</translation>
  </message>
  <message>
   <source> px</source>
   <translation> px</translation>
  </message>
  <message>
   <source>Brush size in pixels</source>
   <translation>画笔大小 (像素)</translation>
  </message>
 </context>
 <context>
  <name>PaintBar</name>
  <message>
   <source>Hardness</source>
   <translation>硬度</translation>
  </message>
  <message>
   <source>At 100 % every pixel is painted fully or not at all</source>
   <translation>100 %时像素要么完全涂上，要么完全不涂</translation>
  </message>
  <message>
   <source>Opacity</source>
   <translation>不透明度</translation>
  </message>
  <message>
   <source>Of a stroke, however often it crosses itself</source>
   <translation>一笔的不透明度，无论重叠多少次</translation>
  </message>
  <message>
   <source>Fade by pressure</source>
   <translation>压感控制浓淡</translation>
  </message>
  <message>
   <source>Pressure changes opacity</source>
   <translation>压感改变不透明度</translation>
  </message>
  <message>
   <source>On {layer}</source>
   <translation>在{layer}上</translation>
  </message>
 </context>
 <context>
  <name>PaintControl</name>
  <message>
   <source>The regions are being found; paint again in a moment.</source>
   <translation>正在查找区域；请稍后再画。</translation>
  </message>
  <message>
   <source>Begin the stroke in a region of the drawing.</source>
   <translation>请在画稿的区域内起笔。</translation>
  </message>
 </context>
 <context>
  <name>PalettePanel</name>
  <message>
   <source>Lock palette</source>
   <translation>锁定色板</translation>
  </message>
  <message>
   <source>Add the brush's colour</source>
   <translation>添加画笔颜色</translation>
  </message>
  <message>
   <source>Add the colours of the picture and of all hints</source>
   <translation>添加图像和所有提示的颜色</translation>
  </message>
  <message>
   <source>Open a palette: GIMP, Adobe, Procreate, #rrggbb lines…</source>
   <translation>打开色板：GIMP、Adobe、Procreate、#rrggbb文本…</translation>
  </message>
  <message>
   <source>Save as a GIMP palette</source>
   <translation>保存为GIMP色板</translation>
  </message>
  <message>
   <source>Swatches</source>
   <translation>色样</translation>
  </message>
  <message>
   <source>No swatches yet. Add the brush's colour, collect those of the hints, or drop a palette file on the window.</source>
   <translation>还没有色样。添加画笔颜色、收集提示的颜色，或将色板文件拖到窗口上。</translation>
  </message>
  <message>
   <source>Colour of the swatch</source>
   <translation>色样的颜色</translation>
  </message>
  <message>
   <source>Tone of the swatch</source>
   <translation>色样的色阶</translation>
  </message>
  <message>
   <source>set {number}</source>
   <translation>组 {number}</translation>
  </message>
  <message>
   <source>Colour with these swatches alone; a colour between them takes the nearest</source>
   <translation>仅用这些色样上色；中间颜色取最接近者</translation>
  </message>
  <message>
   <source>Add swatches first: then colouring can be held to them</source>
   <translation>请先添加色样：然后可只用它们上色</translation>
  </message>
  <message>
   <source>Remove all swatches</source>
   <translation>删除所有色样</translation>
  </message>
 </context>
 <context>
  <name>PanelDocks</name>
  <message>
   <source>Panels</source>
   <translation>面板</translation>
  </message>
 </context>
 <context>
  <name>PenPage</name>
  <message>
   <source>Pen</source>
   <translation>画笔</translation>
  </message>
  <message>
   <source> px</source>
   <translation> px</translation>
  </message>
  <message>
   <source>off</source>
   <translation>关</translation>
  </message>
  <message>
   <source>Steady hand</source>
   <translation>抖动修正</translation>
  </message>
  <message>
   <source>draws, in place of moving the picture</source>
   <translation>绘制，而不移动图像</translation>
  </message>
  <message>
   <source>Soft</source>
   <translation>柔软</translation>
  </message>
  <message>
   <source>Straight</source>
   <translation>直线</translation>
  </message>
  <message>
   <source>Firm</source>
   <translation>坚硬</translation>
  </message>
  <message>
   <source>Strokes</source>
   <translation>笔画</translation>
  </message>
  <message>
   <source>One finger</source>
   <translation>单指</translation>
  </message>
  <message>
   <source>To the right: how hard the pen is pressed. Upwards: what that counts as. Click the curve for another point and drag it; a double click takes it away.</source>
   <translation>向右：落笔的力度。向上：其计算值。单击曲线添加点并拖动；双击删除。</translation>
  </message>
 </context>
 <context>
  <name>PerformancePage</name>
  <message>
   <source>Performance</source>
   <translation>性能</translation>
  </message>
  <message>
   <source>Device</source>
   <translation>设备</translation>
  </message>
  <message>
   <source>Automatic</source>
   <translation>自动</translation>
  </message>
  <message>
   <source>GPU (CUDA)</source>
   <translation>GPU (CUDA)</translation>
  </message>
  <message>
   <source>all {count}</source>
   <translation>全部 ({count})</translation>
  </message>
  <message>
   <source>Processor cores</source>
   <translation>处理器核心</translation>
  </message>
  <message>
   <source> MB</source>
   <translation> MB</translation>
  </message>
  <message>
   <source>Memory for drawings that were read</source>
   <translation>已读取画稿的内存</translation>
  </message>
  <message>
   <source>Compute on</source>
   <translation>计算设备</translation>
  </message>
  <message>
   <source>Memory for drawings</source>
   <translation>画稿内存</translation>
  </message>
  <message>
   <source>What was read of a drawing is kept in memory, so that a stroke need not wait for it. Fewer cores leave more to other programs.</source>
   <translation>读取的画稿信息保留在内存中，使笔画无需等待。减少核心可为其他程序留出余地。</translation>
  </message>
 </context>
 <context>
  <name>PixelSlider</name>
  <message>
   <source>As the drawing's size suggests</source>
   <translation>根据画稿大小</translation>
  </message>
  <message>
   <source>Usual</source>
   <translation>默认</translation>
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
   <translation>大小</translation>
  </message>
  <message>
   <source> %</source>
   <translation> %</translation>
  </message>
  <message>
   <source>Angle</source>
   <translation>角度</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>放置</translation>
  </message>
  <message>
   <source>Make it a layer (Enter)</source>
   <translation>变为图层 (Enter)</translation>
  </message>
  <message>
   <source>Give up</source>
   <translation>放弃</translation>
  </message>
  <message>
   <source>Paste nothing (Esc)</source>
   <translation>不粘贴 (Esc)</translation>
  </message>
 </context>
 <context>
  <name>PlaceControl</name>
  <message>
   <source>Pasted</source>
   <translation>已粘贴</translation>
  </message>
 </context>
 <context>
  <name>Player</name>
  <message>
   <source>Play</source>
   <translation>播放</translation>
  </message>
  <message>
   <source>Previous frame</source>
   <translation>上一帧</translation>
  </message>
  <message>
   <source>Next frame</source>
   <translation>下一帧</translation>
  </message>
  <message>
   <source>Repeat</source>
   <translation>循环</translation>
  </message>
  <message>
   <source>Halt at colour pops</source>
   <translation>在颜色跳变处停止</translation>
  </message>
  <message>
   <source>Play on the canvas</source>
   <translation>在画布上播放</translation>
  </message>
  <message>
   <source> fps</source>
   <translation> fps</translation>
  </message>
  <message>
   <source>Frames per second</source>
   <translation>每秒帧数</translation>
  </message>
  <message>
   <source>Frame</source>
   <translation>帧</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>暂停</translation>
  </message>
 </context>
 <context>
  <name>PreferencesDialog</name>
  <message>
   <source>Preferences</source>
   <translation>首选项</translation>
  </message>
  <message>
   <source>Pages</source>
   <translation>页面</translation>
  </message>
 </context>
 <context>
  <name>RecoveryKeeper</name>
  <message>
   <source>Keeping unsaved work…</source>
   <translation>正在保留未保存的工作…</translation>
  </message>
  <message>
   <source>Unsaved work is not kept for recovery: {reason}</source>
   <translation>未能保留未保存的工作：{reason}</translation>
  </message>
 </context>
 <context>
  <name>ReferenceControl</name>
  <message>
   <source>Pictures ({endings});;All files (*)</source>
   <translation>图像 ({endings});;所有文件 (*)</translation>
  </message>
  <message>
   <source>{name}: open a line drawing first</source>
   <translation>{name}：请先打开线稿</translation>
  </message>
  <message>
   <source>Colours come from {count} drawings</source>
   <translation>颜色取自{count}张画</translation>
  </message>
  <message>
   <source>Colours come from {name}</source>
   <translation>颜色取自{name}</translation>
  </message>
  <message>
   <source>Reading {name}…</source>
   <translation>正在读取{name}…</translation>
  </message>
  <message>
   <source>Now click the same place in the drawing; Escape gives up</source>
   <translation>现在点击画稿中的相同位置；按Escape放弃</translation>
  </message>
  <message>
   <source>Palette of the references: {count} swatches</source>
   <translation>参考的色板：{count}个色样</translation>
  </message>
 </context>
 <context>
  <name>ReferencePanel</name>
  <message>
   <source>Add coloured drawings to take colours from</source>
   <translation>添加用于取色的彩色画稿</translation>
  </message>
  <message>
   <source>Remove the reference that is shown</source>
   <translation>移除当前参考</translation>
  </message>
  <message>
   <source>Pair places: click one here, then the same one in the drawing</source>
   <translation>配对位置：先点这里，再点画稿中的相同位置</translation>
  </message>
  <message>
   <source>Forget all paired places</source>
   <translation>清除所有配对</translation>
  </message>
  <message>
   <source>Make the palette of these drawings, and lock it</source>
   <translation>由这些画稿生成色板并锁定</translation>
  </message>
  <message>
   <source>Drop coloured drawings of the same character here: a model sheet, or last week's picture. Regions take their colours from them.</source>
   <translation>将同一角色的彩色画稿拖放到这里：设定图或上周的画。各区域从中取色。</translation>
  </message>
  <message>
   <source>References</source>
   <translation>参考</translation>
  </message>
  <message>
   <source>Regions to look at</source>
   <translation>需检查的区域</translation>
  </message>
  <message>
   <source>Reference {number}</source>
   <translation>参考 {number}</translation>
  </message>
  <message>
   <source>Open at {place} ({pixels} px)</source>
   <translation>{place}未决定 ({pixels} px)</translation>
  </message>
  <message>
   <source>{share} % sure at {place}</source>
   <translation>{place}把握{share} %</translation>
  </message>
  <message>
   <source>Click a place in the reference.</source>
   <translation>请点击参考中的一个位置。</translation>
  </message>
  <message>
   <source>Now click the same place in the drawing.</source>
   <translation>现在点击画稿中的相同位置。</translation>
  </message>
  <message>
   <source>{told} regions coloured, {open} open, {unsure} to look at</source>
   <translation>已上色{told}个区域，{open}个未决定，{unsure}个需检查</translation>
  </message>
 </context>
 <context>
  <name>ReferenceView</name>
  <message>
   <source>Reference</source>
   <translation>参考</translation>
  </message>
 </context>
 <context>
  <name>RegionFinder</name>
  <message>
   <source>Finding the regions…</source>
   <translation>正在查找区域…</translation>
  </message>
 </context>
 <context>
  <name>ReportPage</name>
  <message>
   <source>The report follows when all frames are done.</source>
   <translation>所有帧完成后生成报告。</translation>
  </message>
  <message>
   <source>Open report</source>
   <translation>打开报告</translation>
  </message>
  <message>
   <source>Contact sheet and figures, in the browser</source>
   <translation>在浏览器中显示总览和数据</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>下一个</translation>
  </message>
  <message>
   <source>Open the next doubtful region (D)</source>
   <translation>打开下一个可疑区域 (D)</translation>
  </message>
  <message>
   <source>Next doubtful region</source>
   <translation>下一个可疑区域</translation>
  </message>
  <message>
   <source>Findings</source>
   <translation>检查结果</translation>
  </message>
  <message>
   <source>Double-click to correct this frame</source>
   <translation>双击以修正此帧</translation>
  </message>
 </context>
 <context>
  <name>SampleCard</name>
  <message>
   <source>Sample: {title}</source>
   <translation>示例：{title}</translation>
  </message>
 </context>
 <context>
  <name>Seeing</name>
  <message>
   <source>{keys} brings the panels back</source>
   <translation>按{keys}恢复面板</translation>
  </message>
 </context>
 <context>
  <name>SelectBar</name>
  <message>
   <source>Region</source>
   <translation>区域</translation>
  </message>
  <message>
   <source>A press selects a region, a loop what it holds</source>
   <translation>点按选择区域，圈选选择其内容</translation>
  </message>
  <message>
   <source>Colour</source>
   <translation>颜色</translation>
  </message>
  <message>
   <source>A press selects every pixel of its colour</source>
   <translation>点按选择该颜色的所有像素</translation>
  </message>
  <message>
   <source>New</source>
   <translation>新建</translation>
  </message>
  <message>
   <source>Select this alone</source>
   <translation>仅选择此处</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>添加</translation>
  </message>
  <message>
   <source>Select this as well (Shift)</source>
   <translation>同时选择此处 (Shift)</translation>
  </message>
  <message>
   <source>Take away</source>
   <translation>减去</translation>
  </message>
  <message>
   <source>Select this no longer</source>
   <translation>不再选择此处</translation>
  </message>
  <message>
   <source>All</source>
   <translation>全选</translation>
  </message>
  <message>
   <source>Select all (Ctrl+A)</source>
   <translation>全选 (Ctrl+A)</translation>
  </message>
  <message>
   <source>None</source>
   <translation>取消</translation>
  </message>
  <message>
   <source>Select nothing (Ctrl+Shift+A)</source>
   <translation>取消选择 (Ctrl+Shift+A)</translation>
  </message>
  <message>
   <source>Invert</source>
   <translation>反选</translation>
  </message>
  <message>
   <source>Select the rest (Ctrl+Shift+I)</source>
   <translation>选择其余部分 (Ctrl+Shift+I)</translation>
  </message>
 </context>
 <context>
  <name>SetsRow</name>
  <message>
   <source>Colour set</source>
   <translation>配色组</translation>
  </message>
  <message>
   <source>The colours of a scene, as day or night. Type another name to rename it.</source>
   <translation>场景的颜色，如白天或夜晚。输入其他名称即可重命名。</translation>
  </message>
  <message>
   <source>Name of the colour set</source>
   <translation>配色组名称</translation>
  </message>
  <message>
   <source>One more colour set, like this one</source>
   <translation>再加一个同样的配色组</translation>
  </message>
  <message>
   <source>Remove this colour set</source>
   <translation>删除此配色组</translation>
  </message>
 </context>
 <context>
  <name>Shortcuts</name>
  <message>
   <source>Move the picture, held</source>
   <translation>移动图像 (按住)</translation>
  </message>
  <message>
   <source>Turn the picture, held</source>
   <translation>旋转图像 (按住)</translation>
  </message>
  <message>
   <source>Show the drawing without colours, held</source>
   <translation>显示无色线稿 (按住)</translation>
  </message>
 </context>
 <context>
  <name>ShortcutsPage</name>
  <message>
   <source>Keys</source>
   <translation>按键</translation>
  </message>
  <message>
   <source>Keys as in</source>
   <translation>按键方案</translation>
  </message>
  <message>
   <source>Search commands and keys</source>
   <translation>搜索命令和按键</translation>
  </message>
  <message>
   <source>Clear</source>
   <translation>清除</translation>
  </message>
  <message>
   <source>Reset</source>
   <translation>还原</translation>
  </message>
  <message>
   <source>Reset all</source>
   <translation>全部还原</translation>
  </message>
  <message>
   <source>Take it over</source>
   <translation>占用</translation>
  </message>
  <message>
   <source>Commands</source>
   <translation>命令</translation>
  </message>
  <message>
   <source>Command</source>
   <translation>命令</translation>
  </message>
  <message>
   <source>On the canvas</source>
   <translation>在画布上</translation>
  </message>
  <message>
   <source>{keys} is the key of “{command}”, which would be without it.</source>
   <translation>{keys}是“{command}”的按键，占用后它将没有按键。</translation>
  </message>
  <message>
   <source>{keys} is a key of “{command}”, which would keep its others.</source>
   <translation>{keys}是“{command}”的按键之一，其余将保留。</translation>
  </message>
 </context>
 <context>
  <name>SideBySide</name>
  <message>
   <source>Take a snapshot</source>
   <translation>拍摄快照</translation>
  </message>
  <message>
   <source>One of each generator</source>
   <translation>每个生成器一张</translation>
  </message>
  <message>
   <source>Back to the drawing</source>
   <translation>返回画稿</translation>
  </message>
  <message>
   <source>There are no snapshots yet</source>
   <translation>还没有快照</translation>
  </message>
  <message>
   <source>Colouring…</source>
   <translation>正在上色…</translation>
  </message>
  <message>
   <source>Use</source>
   <translation>使用</translation>
  </message>
  <message>
   <source>Compare</source>
   <translation>对比</translation>
  </message>
  <message>
   <source>Forget</source>
   <translation>删除</translation>
  </message>
 </context>
 <context>
  <name>Snapshots</name>
  <message>
   <source>Snapshot {number}</source>
   <translation>快照 {number}</translation>
  </message>
  <message>
   <source>{title} taken</source>
   <translation>已拍摄{title}</translation>
  </message>
  <message>
   <source>Colouring by each generator…</source>
   <translation>正在用每个生成器上色…</translation>
  </message>
  <message>
   <source>{title} gives no snapshot: {reason}</source>
   <translation>{title}无法生成快照：{reason}</translation>
  </message>
  <message>
   <source>Snapshots of the generators taken</source>
   <translation>已拍摄各生成器的快照</translation>
  </message>
 </context>
 <context>
  <name>StartPage</name>
  <message>
   <source>Or try a sample</source>
   <translation>或试试示例</translation>
  </message>
  <message>
   <source>Recent</source>
   <translation>最近使用</translation>
  </message>
  <message>
   <source>Open a line drawing, or drop one here</source>
   <translation>打开线稿，或拖放到这里</translation>
  </message>
  <message>
   <source>PNG, JPEG, WebP, TIFF, BMP, PSD or a Tintline project</source>
   <translation>PNG、JPEG、WebP、TIFF、BMP、PSD或Tintline项目</translation>
  </message>
  <message>
   <source>Open…</source>
   <translation>打开…</translation>
  </message>
  <message>
   <source>Tour of two minutes</source>
   <translation>两分钟导览</translation>
  </message>
 </context>
 <context>
  <name>StatusLine</name>
  <message>
   <source>Device, stage and time of the colouring</source>
   <translation>上色的设备、阶段和时间</translation>
  </message>
  <message>
   <source>Hints obeyed, and the palette lock</source>
   <translation>遵循的提示和色板锁定</translation>
  </message>
  <message>
   <source>What decides the colours besides the hints</source>
   <translation>除提示外决定颜色的因素</translation>
  </message>
  <message>
   <source>Zoom; click to fit the picture</source>
   <translation>缩放；点击使图像适合窗口</translation>
  </message>
  <message>
   <source>hints obeyed {obeyed}/{visible}</source>
   <translation>遵循提示 {obeyed}/{visible}</translation>
  </message>
  <message>
   <source>off palette {before} → {after} px</source>
   <translation>不在色板内 {before} → {after} px</translation>
  </message>
  <message>
   <source>{count} ambiguous</source>
   <translation>{count}处不明确</translation>
  </message>
  <message>
   <source>Two swatches were nearly as near:</source>
   <translation>两个色样几乎一样接近：</translation>
  </message>
  <message>
   <source>{wanted} at {x}, {y} ({pixels} px): {chosen}, or {other}</source>
   <translation>{x}, {y}处的{wanted} ({pixels} px)：{chosen}，或{other}</translation>
  </message>
  <message>
   <source>{size} px</source>
   <translation>{size} px</translation>
  </message>
  <message>
   <source>mirrored</source>
   <translation>已翻转</translation>
  </message>
 </context>
 <context>
  <name>Swatch</name>
  <message>
   <source>Empty swatch</source>
   <translation>空色样</translation>
  </message>
 </context>
 <context>
  <name>SwatchPair</name>
  <message>
   <source>Second colour {color}: click to swap</source>
   <translation>第二颜色 {color}：点击交换</translation>
  </message>
 </context>
 <context>
  <name>Swatches</name>
  <message>
   <source>Highlight</source>
   <translation>高光</translation>
  </message>
  <message>
   <source>Shade 1</source>
   <translation>阴影1</translation>
  </message>
  <message>
   <source>Shade 2</source>
   <translation>阴影2</translation>
  </message>
  <message>
   <source>shade 1</source>
   <translation>阴影1</translation>
  </message>
  <message>
   <source>shade 2</source>
   <translation>阴影2</translation>
  </message>
  <message>
   <source>highlight</source>
   <translation>高光</translation>
  </message>
  <message>
   <source>Paint with {color}</source>
   <translation>用{color}绘画</translation>
  </message>
  <message>
   <source>Change colour…</source>
   <translation>更改颜色…</translation>
  </message>
  <message>
   <source>Replace by {color} everywhere</source>
   <translation>处处替换为{color}</translation>
  </message>
  <message>
   <source>Merge into</source>
   <translation>合并到</translation>
  </message>
  <message>
   <source>Remove swatch</source>
   <translation>删除色样</translation>
  </message>
  <message>
   <source>Tones</source>
   <translation>色阶</translation>
  </message>
  <message>
   <source>derived</source>
   <translation>自动</translation>
  </message>
  <message>
   <source>The brush's colour {color}</source>
   <translation>画笔颜色 {color}</translation>
  </message>
  <message>
   <source>Derived by the light</source>
   <translation>由光照决定</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>选择…</translation>
  </message>
 </context>
 <context>
  <name>Tags</name>
  <message>
   <source>Hair</source>
   <translation>头发</translation>
  </message>
  <message>
   <source>blonde</source>
   <translation>金色</translation>
  </message>
  <message>
   <source>blonde hair</source>
   <translation>金色头发</translation>
  </message>
  <message>
   <source>brown</source>
   <translation>棕色</translation>
  </message>
  <message>
   <source>brown hair</source>
   <translation>棕色头发</translation>
  </message>
  <message>
   <source>black</source>
   <translation>黑色</translation>
  </message>
  <message>
   <source>black hair</source>
   <translation>黑色头发</translation>
  </message>
  <message>
   <source>blue</source>
   <translation>蓝色</translation>
  </message>
  <message>
   <source>blue hair</source>
   <translation>蓝色头发</translation>
  </message>
  <message>
   <source>purple</source>
   <translation>紫色</translation>
  </message>
  <message>
   <source>purple hair</source>
   <translation>紫色头发</translation>
  </message>
  <message>
   <source>pink</source>
   <translation>粉色</translation>
  </message>
  <message>
   <source>pink hair</source>
   <translation>粉色头发</translation>
  </message>
  <message>
   <source>silver</source>
   <translation>银色</translation>
  </message>
  <message>
   <source>silver hair</source>
   <translation>银色头发</translation>
  </message>
  <message>
   <source>green</source>
   <translation>绿色</translation>
  </message>
  <message>
   <source>green hair</source>
   <translation>绿色头发</translation>
  </message>
  <message>
   <source>red</source>
   <translation>红色</translation>
  </message>
  <message>
   <source>red hair</source>
   <translation>红色头发</translation>
  </message>
  <message>
   <source>white</source>
   <translation>白色</translation>
  </message>
  <message>
   <source>white hair</source>
   <translation>白色头发</translation>
  </message>
  <message>
   <source>orange</source>
   <translation>橙色</translation>
  </message>
  <message>
   <source>orange hair</source>
   <translation>橙色头发</translation>
  </message>
  <message>
   <source>grey</source>
   <translation>灰色</translation>
  </message>
  <message>
   <source>grey hair</source>
   <translation>灰色头发</translation>
  </message>
  <message>
   <source>aqua</source>
   <translation>水色</translation>
  </message>
  <message>
   <source>aqua hair</source>
   <translation>水色头发</translation>
  </message>
  <message>
   <source>light brown</source>
   <translation>浅棕色</translation>
  </message>
  <message>
   <source>light brown hair</source>
   <translation>浅棕色头发</translation>
  </message>
  <message>
   <source>Eyes</source>
   <translation>眼睛</translation>
  </message>
  <message>
   <source>blue eyes</source>
   <translation>蓝色眼睛</translation>
  </message>
  <message>
   <source>red eyes</source>
   <translation>红色眼睛</translation>
  </message>
  <message>
   <source>brown eyes</source>
   <translation>棕色眼睛</translation>
  </message>
  <message>
   <source>green eyes</source>
   <translation>绿色眼睛</translation>
  </message>
  <message>
   <source>purple eyes</source>
   <translation>紫色眼睛</translation>
  </message>
  <message>
   <source>yellow</source>
   <translation>黄色</translation>
  </message>
  <message>
   <source>yellow eyes</source>
   <translation>黄色眼睛</translation>
  </message>
  <message>
   <source>pink eyes</source>
   <translation>粉色眼睛</translation>
  </message>
  <message>
   <source>black eyes</source>
   <translation>黑色眼睛</translation>
  </message>
  <message>
   <source>aqua eyes</source>
   <translation>水色眼睛</translation>
  </message>
  <message>
   <source>orange eyes</source>
   <translation>橙色眼睛</translation>
  </message>
  <message>
   <source>grey eyes</source>
   <translation>灰色眼睛</translation>
  </message>
  <message>
   <source>Skin</source>
   <translation>皮肤</translation>
  </message>
  <message>
   <source>pale</source>
   <translation>苍白</translation>
  </message>
  <message>
   <source>pale skin</source>
   <translation>苍白皮肤</translation>
  </message>
  <message>
   <source>light</source>
   <translation>浅色</translation>
  </message>
  <message>
   <source>light skin</source>
   <translation>浅色皮肤</translation>
  </message>
  <message>
   <source>tan</source>
   <translation>小麦色</translation>
  </message>
  <message>
   <source>brown skin</source>
   <translation>棕色皮肤</translation>
  </message>
  <message>
   <source>dark</source>
   <translation>深色</translation>
  </message>
  <message>
   <source>dark skin</source>
   <translation>深色皮肤</translation>
  </message>
  <message>
   <source>blue skin</source>
   <translation>蓝色皮肤</translation>
  </message>
  <message>
   <source>green skin</source>
   <translation>绿色皮肤</translation>
  </message>
  <message>
   <source>Shirt</source>
   <translation>衬衫</translation>
  </message>
  <message>
   <source>black shirt</source>
   <translation>黑色衬衫</translation>
  </message>
  <message>
   <source>white shirt</source>
   <translation>白色衬衫</translation>
  </message>
  <message>
   <source>grey shirt</source>
   <translation>灰色衬衫</translation>
  </message>
  <message>
   <source>brown shirt</source>
   <translation>棕色衬衫</translation>
  </message>
  <message>
   <source>red shirt</source>
   <translation>红色衬衫</translation>
  </message>
  <message>
   <source>orange shirt</source>
   <translation>橙色衬衫</translation>
  </message>
  <message>
   <source>yellow shirt</source>
   <translation>黄色衬衫</translation>
  </message>
  <message>
   <source>green shirt</source>
   <translation>绿色衬衫</translation>
  </message>
  <message>
   <source>blue shirt</source>
   <translation>蓝色衬衫</translation>
  </message>
  <message>
   <source>purple shirt</source>
   <translation>紫色衬衫</translation>
  </message>
  <message>
   <source>pink shirt</source>
   <translation>粉色衬衫</translation>
  </message>
  <message>
   <source>aqua shirt</source>
   <translation>水色衬衫</translation>
  </message>
  <message>
   <source>Jacket and coat</source>
   <translation>外套</translation>
  </message>
  <message>
   <source>black jacket</source>
   <translation>黑色外套</translation>
  </message>
  <message>
   <source>white jacket</source>
   <translation>白色外套</translation>
  </message>
  <message>
   <source>grey jacket</source>
   <translation>灰色外套</translation>
  </message>
  <message>
   <source>brown jacket</source>
   <translation>棕色外套</translation>
  </message>
  <message>
   <source>red jacket</source>
   <translation>红色外套</translation>
  </message>
  <message>
   <source>orange jacket</source>
   <translation>橙色外套</translation>
  </message>
  <message>
   <source>yellow jacket</source>
   <translation>黄色外套</translation>
  </message>
  <message>
   <source>green jacket</source>
   <translation>绿色外套</translation>
  </message>
  <message>
   <source>blue jacket</source>
   <translation>蓝色外套</translation>
  </message>
  <message>
   <source>purple jacket</source>
   <translation>紫色外套</translation>
  </message>
  <message>
   <source>pink jacket</source>
   <translation>粉色外套</translation>
  </message>
  <message>
   <source>aqua jacket</source>
   <translation>水色外套</translation>
  </message>
  <message>
   <source>Dress</source>
   <translation>连衣裙</translation>
  </message>
  <message>
   <source>black dress</source>
   <translation>黑色连衣裙</translation>
  </message>
  <message>
   <source>white dress</source>
   <translation>白色连衣裙</translation>
  </message>
  <message>
   <source>grey dress</source>
   <translation>灰色连衣裙</translation>
  </message>
  <message>
   <source>brown dress</source>
   <translation>棕色连衣裙</translation>
  </message>
  <message>
   <source>red dress</source>
   <translation>红色连衣裙</translation>
  </message>
  <message>
   <source>orange dress</source>
   <translation>橙色连衣裙</translation>
  </message>
  <message>
   <source>yellow dress</source>
   <translation>黄色连衣裙</translation>
  </message>
  <message>
   <source>green dress</source>
   <translation>绿色连衣裙</translation>
  </message>
  <message>
   <source>blue dress</source>
   <translation>蓝色连衣裙</translation>
  </message>
  <message>
   <source>purple dress</source>
   <translation>紫色连衣裙</translation>
  </message>
  <message>
   <source>pink dress</source>
   <translation>粉色连衣裙</translation>
  </message>
  <message>
   <source>aqua dress</source>
   <translation>水色连衣裙</translation>
  </message>
  <message>
   <source>Skirt</source>
   <translation>裙子</translation>
  </message>
  <message>
   <source>black skirt</source>
   <translation>黑色裙子</translation>
  </message>
  <message>
   <source>white skirt</source>
   <translation>白色裙子</translation>
  </message>
  <message>
   <source>grey skirt</source>
   <translation>灰色裙子</translation>
  </message>
  <message>
   <source>brown skirt</source>
   <translation>棕色裙子</translation>
  </message>
  <message>
   <source>red skirt</source>
   <translation>红色裙子</translation>
  </message>
  <message>
   <source>orange skirt</source>
   <translation>橙色裙子</translation>
  </message>
  <message>
   <source>yellow skirt</source>
   <translation>黄色裙子</translation>
  </message>
  <message>
   <source>green skirt</source>
   <translation>绿色裙子</translation>
  </message>
  <message>
   <source>blue skirt</source>
   <translation>蓝色裙子</translation>
  </message>
  <message>
   <source>purple skirt</source>
   <translation>紫色裙子</translation>
  </message>
  <message>
   <source>pink skirt</source>
   <translation>粉色裙子</translation>
  </message>
  <message>
   <source>aqua skirt</source>
   <translation>水色裙子</translation>
  </message>
  <message>
   <source>Trousers</source>
   <translation>裤子</translation>
  </message>
  <message>
   <source>black pants</source>
   <translation>黑色裤子</translation>
  </message>
  <message>
   <source>white pants</source>
   <translation>白色裤子</translation>
  </message>
  <message>
   <source>grey pants</source>
   <translation>灰色裤子</translation>
  </message>
  <message>
   <source>brown pants</source>
   <translation>棕色裤子</translation>
  </message>
  <message>
   <source>red pants</source>
   <translation>红色裤子</translation>
  </message>
  <message>
   <source>orange pants</source>
   <translation>橙色裤子</translation>
  </message>
  <message>
   <source>yellow pants</source>
   <translation>黄色裤子</translation>
  </message>
  <message>
   <source>green pants</source>
   <translation>绿色裤子</translation>
  </message>
  <message>
   <source>blue pants</source>
   <translation>蓝色裤子</translation>
  </message>
  <message>
   <source>purple pants</source>
   <translation>紫色裤子</translation>
  </message>
  <message>
   <source>pink pants</source>
   <translation>粉色裤子</translation>
  </message>
  <message>
   <source>aqua pants</source>
   <translation>水色裤子</translation>
  </message>
  <message>
   <source>Legwear</source>
   <translation>袜类</translation>
  </message>
  <message>
   <source>black legwear</source>
   <translation>黑色袜类</translation>
  </message>
  <message>
   <source>white legwear</source>
   <translation>白色袜类</translation>
  </message>
  <message>
   <source>grey legwear</source>
   <translation>灰色袜类</translation>
  </message>
  <message>
   <source>brown legwear</source>
   <translation>棕色袜类</translation>
  </message>
  <message>
   <source>red legwear</source>
   <translation>红色袜类</translation>
  </message>
  <message>
   <source>orange legwear</source>
   <translation>橙色袜类</translation>
  </message>
  <message>
   <source>yellow legwear</source>
   <translation>黄色袜类</translation>
  </message>
  <message>
   <source>green legwear</source>
   <translation>绿色袜类</translation>
  </message>
  <message>
   <source>blue legwear</source>
   <translation>蓝色袜类</translation>
  </message>
  <message>
   <source>purple legwear</source>
   <translation>紫色袜类</translation>
  </message>
  <message>
   <source>pink legwear</source>
   <translation>粉色袜类</translation>
  </message>
  <message>
   <source>aqua legwear</source>
   <translation>水色袜类</translation>
  </message>
  <message>
   <source>Footwear</source>
   <translation>鞋</translation>
  </message>
  <message>
   <source>black footwear</source>
   <translation>黑色鞋</translation>
  </message>
  <message>
   <source>white footwear</source>
   <translation>白色鞋</translation>
  </message>
  <message>
   <source>grey footwear</source>
   <translation>灰色鞋</translation>
  </message>
  <message>
   <source>brown footwear</source>
   <translation>棕色鞋</translation>
  </message>
  <message>
   <source>red footwear</source>
   <translation>红色鞋</translation>
  </message>
  <message>
   <source>orange footwear</source>
   <translation>橙色鞋</translation>
  </message>
  <message>
   <source>yellow footwear</source>
   <translation>黄色鞋</translation>
  </message>
  <message>
   <source>green footwear</source>
   <translation>绿色鞋</translation>
  </message>
  <message>
   <source>blue footwear</source>
   <translation>蓝色鞋</translation>
  </message>
  <message>
   <source>purple footwear</source>
   <translation>紫色鞋</translation>
  </message>
  <message>
   <source>pink footwear</source>
   <translation>粉色鞋</translation>
  </message>
  <message>
   <source>aqua footwear</source>
   <translation>水色鞋</translation>
  </message>
  <message>
   <source>Hat</source>
   <translation>帽子</translation>
  </message>
  <message>
   <source>black hat</source>
   <translation>黑色帽子</translation>
  </message>
  <message>
   <source>white hat</source>
   <translation>白色帽子</translation>
  </message>
  <message>
   <source>grey hat</source>
   <translation>灰色帽子</translation>
  </message>
  <message>
   <source>brown hat</source>
   <translation>棕色帽子</translation>
  </message>
  <message>
   <source>red hat</source>
   <translation>红色帽子</translation>
  </message>
  <message>
   <source>orange hat</source>
   <translation>橙色帽子</translation>
  </message>
  <message>
   <source>yellow hat</source>
   <translation>黄色帽子</translation>
  </message>
  <message>
   <source>green hat</source>
   <translation>绿色帽子</translation>
  </message>
  <message>
   <source>blue hat</source>
   <translation>蓝色帽子</translation>
  </message>
  <message>
   <source>purple hat</source>
   <translation>紫色帽子</translation>
  </message>
  <message>
   <source>pink hat</source>
   <translation>粉色帽子</translation>
  </message>
  <message>
   <source>aqua hat</source>
   <translation>水色帽子</translation>
  </message>
  <message>
   <source>Glasses</source>
   <translation>眼镜</translation>
  </message>
  <message>
   <source>black eyewear</source>
   <translation>黑色眼镜</translation>
  </message>
  <message>
   <source>red eyewear</source>
   <translation>红色眼镜</translation>
  </message>
  <message>
   <source>blue eyewear</source>
   <translation>蓝色眼镜</translation>
  </message>
  <message>
   <source>brown eyewear</source>
   <translation>棕色眼镜</translation>
  </message>
  <message>
   <source>grey eyewear</source>
   <translation>灰色眼镜</translation>
  </message>
  <message>
   <source>Ribbon and bow</source>
   <translation>丝带与蝴蝶结</translation>
  </message>
  <message>
   <source>black ribbon</source>
   <translation>黑色丝带</translation>
  </message>
  <message>
   <source>white ribbon</source>
   <translation>白色丝带</translation>
  </message>
  <message>
   <source>grey ribbon</source>
   <translation>灰色丝带</translation>
  </message>
  <message>
   <source>brown ribbon</source>
   <translation>棕色丝带</translation>
  </message>
  <message>
   <source>red ribbon</source>
   <translation>红色丝带</translation>
  </message>
  <message>
   <source>orange ribbon</source>
   <translation>橙色丝带</translation>
  </message>
  <message>
   <source>yellow ribbon</source>
   <translation>黄色丝带</translation>
  </message>
  <message>
   <source>green ribbon</source>
   <translation>绿色丝带</translation>
  </message>
  <message>
   <source>blue ribbon</source>
   <translation>蓝色丝带</translation>
  </message>
  <message>
   <source>purple ribbon</source>
   <translation>紫色丝带</translation>
  </message>
  <message>
   <source>pink ribbon</source>
   <translation>粉色丝带</translation>
  </message>
  <message>
   <source>aqua ribbon</source>
   <translation>水色丝带</translation>
  </message>
  <message>
   <source>Neckwear</source>
   <translation>领饰</translation>
  </message>
  <message>
   <source>black neckwear</source>
   <translation>黑色领饰</translation>
  </message>
  <message>
   <source>white neckwear</source>
   <translation>白色领饰</translation>
  </message>
  <message>
   <source>grey neckwear</source>
   <translation>灰色领饰</translation>
  </message>
  <message>
   <source>brown neckwear</source>
   <translation>棕色领饰</translation>
  </message>
  <message>
   <source>red neckwear</source>
   <translation>红色领饰</translation>
  </message>
  <message>
   <source>orange neckwear</source>
   <translation>橙色领饰</translation>
  </message>
  <message>
   <source>yellow neckwear</source>
   <translation>黄色领饰</translation>
  </message>
  <message>
   <source>green neckwear</source>
   <translation>绿色领饰</translation>
  </message>
  <message>
   <source>blue neckwear</source>
   <translation>蓝色领饰</translation>
  </message>
  <message>
   <source>purple neckwear</source>
   <translation>紫色领饰</translation>
  </message>
  <message>
   <source>pink neckwear</source>
   <translation>粉色领饰</translation>
  </message>
  <message>
   <source>aqua neckwear</source>
   <translation>水色领饰</translation>
  </message>
  <message>
   <source>Gloves</source>
   <translation>手套</translation>
  </message>
  <message>
   <source>black gloves</source>
   <translation>黑色手套</translation>
  </message>
  <message>
   <source>white gloves</source>
   <translation>白色手套</translation>
  </message>
  <message>
   <source>brown gloves</source>
   <translation>棕色手套</translation>
  </message>
  <message>
   <source>red gloves</source>
   <translation>红色手套</translation>
  </message>
  <message>
   <source>blue gloves</source>
   <translation>蓝色手套</translation>
  </message>
  <message>
   <source>grey gloves</source>
   <translation>灰色手套</translation>
  </message>
  <message>
   <source>Lips</source>
   <translation>嘴唇</translation>
  </message>
  <message>
   <source>red lips</source>
   <translation>红色嘴唇</translation>
  </message>
  <message>
   <source>pink lips</source>
   <translation>粉色嘴唇</translation>
  </message>
  <message>
   <source>brown lips</source>
   <translation>棕色嘴唇</translation>
  </message>
  <message>
   <source>black lips</source>
   <translation>黑色嘴唇</translation>
  </message>
  <message>
   <source>Background</source>
   <translation>背景</translation>
  </message>
  <message>
   <source>white background</source>
   <translation>白色背景</translation>
  </message>
  <message>
   <source>grey background</source>
   <translation>灰色背景</translation>
  </message>
  <message>
   <source>blue background</source>
   <translation>蓝色背景</translation>
  </message>
  <message>
   <source>pink background</source>
   <translation>粉色背景</translation>
  </message>
  <message>
   <source>yellow background</source>
   <translation>黄色背景</translation>
  </message>
  <message>
   <source>black background</source>
   <translation>黑色背景</translation>
  </message>
  <message>
   <source>green background</source>
   <translation>绿色背景</translation>
  </message>
  <message>
   <source>red background</source>
   <translation>红色背景</translation>
  </message>
  <message>
   <source>brown background</source>
   <translation>棕色背景</translation>
  </message>
  <message>
   <source>purple background</source>
   <translation>紫色背景</translation>
  </message>
  <message>
   <source>orange background</source>
   <translation>橙色背景</translation>
  </message>
  <message>
   <source>beige</source>
   <translation>米色</translation>
  </message>
  <message>
   <source>beige background</source>
   <translation>米色背景</translation>
  </message>
  <message>
   <source>aqua background</source>
   <translation>水色背景</translation>
  </message>
  <message>
   <source>Another colour for {part}, now {color}</source>
   <translation>{part}的另一种颜色，现为{color}</translation>
  </message>
  <message>
   <source>{tag}: {title} has not learned this tag</source>
   <translation>{tag}：{title}未学过此标签</translation>
  </message>
 </context>
 <context>
  <name>TagsPanel</name>
  <message>
   <source>Search tags</source>
   <translation>搜索标签</translation>
  </message>
  <message>
   <source>No tag has this name.</source>
   <translation>没有此名称的标签。</translation>
  </message>
  <message>
   <source>Colour of the part</source>
   <translation>此部位的颜色</translation>
  </message>
  <message>
   <source>Remove this tag</source>
   <translation>去掉此标签</translation>
  </message>
  <message>
   <source>Remove {tag}</source>
   <translation>去掉{tag}</translation>
  </message>
 </context>
 <context>
  <name>TestField</name>
  <message>
   <source>Test field for the pen</source>
   <translation>画笔测试区</translation>
  </message>
  <message>
   <source>Try the pen here</source>
   <translation>在此试笔</translation>
  </message>
 </context>
 <context>
  <name>ThemeMenu</name>
  <message>
   <source>As the &amp;system</source>
   <translation>跟随系统(&amp;S)</translation>
  </message>
  <message>
   <source>&amp;Dark</source>
   <translation>深色(&amp;D)</translation>
  </message>
  <message>
   <source>&amp;Light</source>
   <translation>浅色(&amp;L)</translation>
  </message>
  <message>
   <source>T&amp;heme</source>
   <translation>主题(&amp;A)</translation>
  </message>
 </context>
 <context>
  <name>TintButton</name>
  <message>
   <source>derived from each colour</source>
   <translation>由各颜色决定</translation>
  </message>
  <message>
   <source>Derived from each colour</source>
   <translation>由各颜色决定</translation>
  </message>
  <message>
   <source>The brush's colour {color}</source>
   <translation>画笔颜色 {color}</translation>
  </message>
 </context>
 <context>
  <name>ToolColumn</name>
  <message>
   <source>Tools</source>
   <translation>工具</translation>
  </message>
 </context>
 <context>
  <name>ToolTips</name>
  <message>
   <source>A dot of colour: everything that belongs together takes it.</source>
   <translation>一点颜色：属于同一处的部分都会用上它。</translation>
  </message>
  <message>
   <source>A stroke of colour says what things are. On a paint layer it paints.</source>
   <translation>一笔颜色说明该处是什么颜色。在绘画图层上则是绘画。</translation>
  </message>
  <message>
   <source>Gives one region exactly this colour, and changes nothing else.</source>
   <translation>只把一个区域变成这种颜色，其余不变。</translation>
  </message>
  <message>
   <source>Fills every region that the loop holds.</source>
   <translation>填充圈住的所有区域。</translation>
  </message>
  <message>
   <source>A line that is not drawn, and that no colour crosses.</source>
   <translation>一条画面上没有的线，颜色不会越过它。</translation>
  </message>
  <message>
   <source>Makes one region of all those that it leads through.</source>
   <translation>把经过的区域合成一个。</translation>
  </message>
  <message>
   <source>Shade or light by hand, where the lamp does not know better.</source>
   <translation>灯光不够准的地方，用手画上阴影或亮光。</translation>
  </message>
  <message>
   <source>Takes hints and marks away, and paint on a paint layer.</source>
   <translation>擦掉提示和标记；在绘画图层上擦掉颜料。</translation>
  </message>
  <message>
   <source>Chooses where paint may go: by region, by colour or by a loop.</source>
   <translation>选择可以绘画的地方：按区域、颜色或套索。</translation>
  </message>
  <message>
   <source>Drags a hint to where it says more.</source>
   <translation>把提示拖到更合适的地方。</translation>
  </message>
  <message>
   <source>Takes a colour out of the picture.</source>
   <translation>从画面中取色。</translation>
  </message>
  <message>
   <source>Moves the picture in the window.</source>
   <translation>在窗口中移动画面。</translation>
  </message>
 </context>
 <context>
  <name>Tour</name>
  <message>
   <source>The sample drawings are missing; reinstall Tintline.</source>
   <translation>缺少示例画稿；请重新安装 Tintline。</translation>
  </message>
  <message>
   <source>Say one colour</source>
   <translation>先说一种颜色</translation>
  </message>
  <message>
   <source>Draw a short stroke on the hair. Everything that belongs to it takes the colour.</source>
   <translation>在头发上画一小笔，整片头发都会变成这种颜色。</translation>
  </message>
  <message>
   <source>Choose another</source>
   <translation>换一种颜色</translation>
  </message>
  <message>
   <source>Press another hue on the ring, then a tone in its middle.</source>
   <translation>在色环上点另一种色相，再在中间选明暗。</translation>
  </message>
  <message>
   <source>Say it where it is wrong</source>
   <translation>哪里不对就画哪里</translation>
  </message>
  <message>
   <source>Draw on the clothes, or wherever you want that colour. A few strokes are enough.</source>
   <translation>在衣服上，或任何想要这种颜色的地方画一笔。几笔就够了。</translation>
  </message>
  <message>
   <source>Take it back</source>
   <translation>撤销</translation>
  </message>
  <message>
   <source>{keys} takes the last step back. Nothing that you try is lost or final.</source>
   <translation>{keys} 撤销上一步。随便试，什么都不会丢，也都能改回来。</translation>
  </message>
  <message>
   <source>This button takes the last step back. Nothing that you try is lost or final.</source>
   <translation>此按钮撤销上一步。随便试，什么都不会丢，也都能改回来。</translation>
  </message>
  <message>
   <source>Or name colours</source>
   <translation>也可以说出颜色</translation>
  </message>
  <message>
   <source>Press a colour in this list: the hair, eyes or clothes take it by name.</source>
   <translation>按列表里的颜色：头发、眼睛或衣服就用这种颜色。</translation>
  </message>
  <message>
   <source>Turn the light</source>
   <translation>转动光源</translation>
  </message>
  <message>
   <source>Drag the sun around its ring. Shade and highlights follow it.</source>
   <translation>沿着圆环拖动太阳，阴影和高光会跟着变。</translation>
  </message>
  <message>
   <source>Look beneath</source>
   <translation>看看下面</translation>
  </message>
  <message>
   <source>Lines, colours and hints are layers. Press an eye to hide one. Your drawing itself is never changed.</source>
   <translation>线条、颜色和提示都是图层。按眼睛可隐藏一层。您的画稿本身绝不会被改动。</translation>
  </message>
  <message>
   <source>Take it home</source>
   <translation>带走成果</translation>
  </message>
  <message>
   <source>This button writes a picture. The File menu writes PSD and OpenRaster with all layers for other programs. Then open a drawing of your own.</source>
   <translation>此按钮导出图片。“文件”菜单可导出带全部图层的 PSD 和 OpenRaster，供其他程序使用。接下来打开您自己的画稿吧。</translation>
  </message>
 </context>
 <context>
  <name>Workspaces</name>
  <message>
   <source>&amp;Workspace</source>
   <translation>工作区(&amp;K)</translation>
  </message>
  <message>
   <source>&amp;Save the panels as…</source>
   <translation>面板布局另存为(&amp;S)…</translation>
  </message>
  <message>
   <source>&amp;Reset the panels</source>
   <translation>重置面板(&amp;R)</translation>
  </message>
  <message>
   <source>Workspace</source>
   <translation>工作区</translation>
  </message>
  <message>
   <source>Name of the workspace</source>
   <translation>工作区名称</translation>
  </message>
 </context>
 <context>
  <name>WorkspacesPage</name>
  <message>
   <source>Workspaces</source>
   <translation>工作区</translation>
  </message>
  <message>
   <source>A workspace is where the panels lie. Switch in the menu View.</source>
   <translation>工作区是面板的布局。在“视图”菜单中切换。</translation>
  </message>
  <message>
   <source>Save the panels as…</source>
   <translation>面板布局另存为…</translation>
  </message>
  <message>
   <source>Switch to it</source>
   <translation>切换到此</translation>
  </message>
  <message>
   <source>Rename…</source>
   <translation>重命名…</translation>
  </message>
  <message>
   <source>Forget</source>
   <translation>删除</translation>
  </message>
  <message>
   <source>Reset the panels</source>
   <translation>重置面板</translation>
  </message>
  <message>
   <source>Name of the workspace</source>
   <translation>工作区名称</translation>
  </message>
  <message>
   <source>Workspace</source>
   <translation>工作区</translation>
  </message>
 </context>
</TS>
