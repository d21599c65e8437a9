<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
 <context>
  <name>Actions</name>
  <message>
   <source>&amp;File</source>
   <translation>ファイル(&amp;F)</translation>
  </message>
  <message>
   <source>&amp;Edit</source>
   <translation>編集(&amp;E)</translation>
  </message>
  <message>
   <source>&amp;Select</source>
   <translation>選択範囲(&amp;S)</translation>
  </message>
  <message>
   <source>&amp;Layer</source>
   <translation>レイヤー(&amp;L)</translation>
  </message>
  <message>
   <source>&amp;Tools</source>
   <translation>ツール(&amp;T)</translation>
  </message>
  <message>
   <source>&amp;View</source>
   <translation>表示(&amp;V)</translation>
  </message>
  <message>
   <source>&amp;Colour</source>
   <translation>色(&amp;C)</translation>
  </message>
  <message>
   <source>&amp;Animation</source>
   <translation>アニメーション(&amp;A)</translation>
  </message>
  <message>
   <source>&amp;Help</source>
   <translation>ヘルプ(&amp;H)</translation>
  </message>
  <message>
   <source>&amp;Open…</source>
   <translation>開く(&amp;O)…</translation>
  </message>
  <message>
   <source>Open with colour-&amp;trace lines…</source>
   <translation>色トレス線付きで開く(&amp;T)…</translation>
  </message>
  <message>
   <source>Open animation &amp;frames…</source>
   <translation>アニメーションのフレームを開く(&amp;F)…</translation>
  </message>
  <message>
   <source>&amp;Save project</source>
   <translation>プロジェクトを保存(&amp;S)</translation>
  </message>
  <message>
   <source>Save project &amp;as…</source>
   <translation>プロジェクトを別名で保存(&amp;A)…</translation>
  </message>
  <message>
   <source>&amp;Export PNG…</source>
   <translation>PNGを書き出し(&amp;E)…</translation>
  </message>
  <message>
   <source>Export Open&amp;Raster…</source>
   <translation>OpenRasterを書き出し(&amp;R)…</translation>
  </message>
  <message>
   <source>Export &amp;PSD…</source>
   <translation>PSDを書き出し(&amp;P)…</translation>
  </message>
  <message>
   <source>Export paint for Open&amp;Toonz…</source>
   <translation>OpenToonz用の彩色を書き出し(&amp;X)…</translation>
  </message>
  <message>
   <source>One &amp;layer a colour</source>
   <translation>1色1レイヤー(&amp;L)</translation>
  </message>
  <message>
   <source>&amp;Transparent layers</source>
   <translation>透明レイヤー(&amp;N)</translation>
  </message>
  <message>
   <source>&amp;Quit</source>
   <translation>終了(&amp;Q)</translation>
  </message>
  <message>
   <source>&amp;Undo</source>
   <translation>取り消し(&amp;U)</translation>
  </message>
  <message>
   <source>&amp;Redo</source>
   <translation>やり直し(&amp;R)</translation>
  </message>
  <message>
   <source>Cu&amp;t</source>
   <translation>切り取り(&amp;T)</translation>
  </message>
  <message>
   <source>&amp;Copy</source>
   <translation>コピー(&amp;C)</translation>
  </message>
  <message>
   <source>&amp;Paste</source>
   <translation>貼り付け(&amp;P)</translation>
  </message>
  <message>
   <source>Clear all &amp;hints</source>
   <translation>ヒントをすべて消去(&amp;H)</translation>
  </message>
  <message>
   <source>Clear all b&amp;arriers</source>
   <translation>バリアをすべて消去(&amp;A)</translation>
  </message>
  <message>
   <source>Clear all &amp;joins of regions</source>
   <translation>領域の連結をすべて消去(&amp;J)</translation>
  </message>
  <message>
   <source>Clear all painted &amp;light</source>
   <translation>描いた光をすべて消去(&amp;L)</translation>
  </message>
  <message>
   <source>Clear all &amp;tags</source>
   <translation>タグをすべて消去(&amp;E)</translation>
  </message>
  <message>
   <source>&amp;Import hints…</source>
   <translation>ヒントを読み込み(&amp;I)…</translation>
  </message>
  <message>
   <source>Sa&amp;ve hints…</source>
   <translation>ヒントを保存(&amp;V)…</translation>
  </message>
  <message>
   <source>Pre&amp;ferences…</source>
   <translation>環境設定(&amp;F)…</translation>
  </message>
  <message>
   <source>&amp;All</source>
   <translation>すべて(&amp;A)</translation>
  </message>
  <message>
   <source>&amp;Nothing</source>
   <translation>選択解除(&amp;N)</translation>
  </message>
  <message>
   <source>&amp;Invert</source>
   <translation>反転(&amp;I)</translation>
  </message>
  <message>
   <source>&amp;Delete what is painted there</source>
   <translation>その部分の描画を削除(&amp;D)</translation>
  </message>
  <message>
   <source>&amp;Add a paint layer</source>
   <translation>ペイントレイヤーを追加(&amp;A)</translation>
  </message>
  <message>
   <source>&amp;Rename…</source>
   <translation>名前を変更(&amp;R)…</translation>
  </message>
  <message>
   <source>&amp;Group</source>
   <translation>グループ化(&amp;G)</translation>
  </message>
  <message>
   <source>&amp;Ungroup</source>
   <translation>グループ解除(&amp;U)</translation>
  </message>
  <message>
   <source>&amp;Merge down</source>
   <translation>下のレイヤーと結合(&amp;M)</translation>
  </message>
  <message>
   <source>&amp;Delete layer</source>
   <translation>レイヤーを削除(&amp;D)</translation>
  </message>
  <message>
   <source>&amp;Lock alpha</source>
   <translation>透明ピクセルをロック(&amp;L)</translation>
  </message>
  <message>
   <source>&amp;Clip to regions</source>
   <translation>領域でクリッピング(&amp;C)</translation>
  </message>
  <message>
   <source>&amp;Point hint</source>
   <translation>点ヒント(&amp;P)</translation>
  </message>
  <message>
   <source>&amp;Brush</source>
   <translation>ブラシ(&amp;B)</translation>
  </message>
  <message>
   <source>&amp;Fill region</source>
   <translation>領域を塗りつぶし(&amp;F)</translation>
  </message>
  <message>
   <source>Enc&amp;lose and fill</source>
   <translation>囲って塗る(&amp;L)</translation>
  </message>
  <message>
   <source>Barrie&amp;r</source>
   <translation>バリア(&amp;R)</translation>
  </message>
  <message>
   <source>&amp;Join regions</source>
   <translation>領域を連結(&amp;J)</translation>
  </message>
  <message>
   <source>&amp;Shadow brush</source>
   <translation>影ブラシ(&amp;S)</translation>
  </message>
  <message>
   <source>&amp;Eraser</source>
   <translation>消しゴム(&amp;E)</translation>
  </message>
  <message>
   <source>Se&amp;lect</source>
   <translation>選択(&amp;C)</translation>
  </message>
  <message>
   <source>Mo&amp;ve hint</source>
   <translation>ヒントを移動(&amp;V)</translation>
  </message>
  <message>
   <source>Colour p&amp;icker</source>
   <translation>スポイト(&amp;I)</translation>
  </message>
  <message>
   <source>&amp;Hand</source>
   <translation>手のひら(&amp;H)</translation>
  </message>
  <message>
   <source>&amp;Keep regions as they are</source>
   <translation>領域をこのまま保つ(&amp;K)</translation>
  </message>
  <message>
   <source>Leave regions &amp;uncoloured</source>
   <translation>領域を無着色にする(&amp;U)</translation>
  </message>
  <message>
   <source>&amp;Next region without a colour</source>
   <translation>次の色のない領域(&amp;N)</translation>
  </message>
  <message>
   <source>&amp;Last region without a colour</source>
   <translation>前の色のない領域(&amp;W)</translation>
  </message>
  <message>
   <source>Fill that regi&amp;on and go on</source>
   <translation>その領域を塗って次へ(&amp;O)</translation>
  </message>
  <message>
   <source>&amp;Larger brush</source>
   <translation>ブラシを大きく(&amp;A)</translation>
  </message>
  <message>
   <source>&amp;Smaller brush</source>
   <translation>ブラシを小さく(&amp;M)</translation>
  </message>
  <message>
   <source>Pressure changes si&amp;ze</source>
   <translation>筆圧でサイズを変える(&amp;Z)</translation>
  </message>
  <message>
   <source>Zoom &amp;in</source>
   <translation>ズームイン(&amp;I)</translation>
  </message>
  <message>
   <source>Zoom &amp;out</source>
   <translation>ズームアウト(&amp;O)</translation>
  </message>
  <message>
   <source>&amp;Fit to window</source>
   <translation>ウィンドウに合わせる(&amp;F)</translation>
  </message>
  <message>
   <source>&amp;100 %</source>
   <translation>100 %(&amp;1)</translation>
  </message>
  <message>
   <source>Rotate &amp;left</source>
   <translation>左に回転(&amp;L)</translation>
  </message>
  <message>
   <source>Rotate &amp;right</source>
   <translation>右に回転(&amp;R)</translation>
  </message>
  <message>
   <source>&amp;Upright</source>
   <translation>回転をリセット(&amp;U)</translation>
  </message>
  <message>
   <source>&amp;Mirror the view</source>
   <translation>左右反転表示(&amp;M)</translation>
  </message>
  <message>
   <source>&amp;Canvas only</source>
   <translation>キャンバスのみ(&amp;C)</translation>
  </message>
  <message>
   <source>F&amp;ull screen</source>
   <translation>全画面表示(&amp;S)</translation>
  </message>
  <message>
   <source>&amp;Before and after</source>
   <translation>着色前と着色後(&amp;B)</translation>
  </message>
  <message>
   <source>Take a &amp;snapshot</source>
   <translation>スナップショットを撮る(&amp;T)</translation>
  </message>
  <message>
   <source>Snapshots side &amp;by side</source>
   <translation>スナップショットを並べる(&amp;N)</translation>
  </message>
  <message>
   <source>A snapshot of &amp;each generator</source>
   <translation>各ジェネレーターのスナップショット(&amp;E)</translation>
  </message>
  <message>
   <source>Mini ma&amp;p</source>
   <translation>ミニマップ(&amp;P)</translation>
  </message>
  <message>
   <source>Pi&amp;xel grid</source>
   <translation>ピクセルグリッド(&amp;X)</translation>
  </message>
  <message>
   <source>Show &amp;hints</source>
   <translation>ヒントを表示(&amp;H)</translation>
  </message>
  <message>
   <source>Show &amp;gaps in the lines</source>
   <translation>線の隙間を表示(&amp;G)</translation>
  </message>
  <message>
   <source>Show &amp;regions</source>
   <translation>領域を表示(&amp;W)</translation>
  </message>
  <message>
   <source>&amp;Play on the canvas</source>
   <translation>キャンバスで再生(&amp;P)</translation>
  </message>
  <message>
   <source>Frame &amp;before</source>
   <translation>前のフレーム(&amp;B)</translation>
  </message>
  <message>
   <source>Frame &amp;after</source>
   <translation>次のフレーム(&amp;A)</translation>
  </message>
  <message>
   <source>&amp;Next doubtful region</source>
   <translation>次の疑わしい領域(&amp;N)</translation>
  </message>
  <message>
   <source>&amp;Last doubtful region</source>
   <translation>前の疑わしい領域(&amp;L)</translation>
  </message>
  <message>
   <source>Next colour &amp;pop</source>
   <translation>次の色飛び(&amp;C)</translation>
  </message>
  <message>
   <source>&amp;Live colour</source>
   <translation>ライブ着色(&amp;L)</translation>
  </message>
  <message>
   <source>Colour &amp;now</source>
   <translation>今すぐ着色(&amp;N)</translation>
  </message>
  <message>
   <source>L&amp;ight</source>
   <translation>光(&amp;I)</translation>
  </message>
  <message>
   <source>S&amp;wap both colours</source>
   <translation>2つの色を入れ替え(&amp;W)</translation>
  </message>
  <message>
   <source>&amp;Add the brush's colour to the palette</source>
   <translation>ブラシの色をパレットに追加(&amp;A)</translation>
  </message>
  <message>
   <source>Next colour s&amp;et</source>
   <translation>次の配色セット(&amp;E)</translation>
  </message>
  <message>
   <source>&amp;Open palette…</source>
   <translation>パレットを開く(&amp;O)…</translation>
  </message>
  <message>
   <source>&amp;Save palette…</source>
   <translation>パレットを保存(&amp;S)…</translation>
  </message>
  <message>
   <source>&amp;Manual</source>
   <translation>マニュアル(&amp;M)</translation>
  </message>
  <message>
   <source>&amp;Tour of two minutes</source>
   <translation>2分間ツアー(&amp;T)</translation>
  </message>
  <message>
   <source>&amp;Pen, mouse and keys</source>
   <translation>ペン・マウス・キー(&amp;P)</translation>
  </message>
  <message>
   <source>&amp;About Tintline</source>
   <translation>Tintlineについて(&amp;A)</translation>
  </message>
  <message>
   <source>&amp;Undo {step}</source>
   <translation>取り消し(&amp;U): {step}</translation>
  </message>
  <message>
   <source>there is nothing to take back</source>
   <translation>取り消せる操作がありません</translation>
  </message>
  <message>
   <source>&amp;Redo {step}</source>
   <translation>やり直し(&amp;R): {step}</translation>
  </message>
  <message>
   <source>there is nothing to do again</source>
   <translation>やり直せる操作がありません</translation>
  </message>
  <message>
   <source>open a drawing first</source>
   <translation>先に線画を開いてください</translation>
  </message>
  <message>
   <source>there are no hints</source>
   <translation>ヒントがありません</translation>
  </message>
  <message>
   <source>there are no barriers</source>
   <translation>バリアがありません</translation>
  </message>
  <message>
   <source>no regions are joined</source>
   <translation>連結した領域がありません</translation>
  </message>
  <message>
   <source>no shade or light is painted</source>
   <translation>描いた影や光がありません</translation>
  </message>
  <message>
   <source>there are no tags</source>
   <translation>タグがありません</translation>
  </message>
  <message>
   <source>nothing is selected</source>
   <translation>何も選択されていません</translation>
  </message>
  <message>
   <source>choose a paint layer first</source>
   <translation>先にペイントレイヤーを選んでください</translation>
  </message>
  <message>
   <source>the palette has no swatches</source>
   <translation>パレットにスウォッチがありません</translation>
  </message>
  <message>
   <source>choose a group first</source>
   <translation>先にグループを選んでください</translation>
  </message>
  <message>
   <source>no visible paint layer lies right below</source>
   <translation>すぐ下に表示中のペイントレイヤーがありません</translation>
  </message>
 </context>
 <context>
  <name>Animation</name>
  <message>
   <source>Failed</source>
   <translation>失敗</translation>
  </message>
  <message>
   <source>Not coloured yet</source>
   <translation>未着色</translation>
  </message>
  <message>
   <source>Unfilled</source>
   <translation>塗り残し</translation>
  </message>
  <message>
   <source>Left open</source>
   <translation>未決定</translation>
  </message>
  <message>
   <source>Off palette</source>
   <translation>パレット外</translation>
  </message>
  <message>
   <source>Flicker</source>
   <translation>ちらつき</translation>
  </message>
  <message>
   <source>Colour pop</source>
   <translation>色飛び</translation>
  </message>
  <message>
   <source>Islands</source>
   <translation>色の島</translation>
  </message>
  <message>
   <source>Low confidence</source>
   <translation>低い確信度</translation>
  </message>
  <message>
   <source>New regions</source>
   <translation>新しい領域</translation>
  </message>
  <message>
   <source>Light not turned</source>
   <translation>光が追従していない</translation>
  </message>
  <message>
   <source>No hints</source>
   <translation>ヒントなし</translation>
  </message>
  <message>
   <source>Hints not obeyed</source>
   <translation>ヒントに従っていない</translation>
  </message>
  <message>
   <source>Frames</source>
   <translation>フレーム</translation>
  </message>
  <message>
   <source>the folder</source>
   <translation>フォルダー</translation>
  </message>
  <message>
   <source>Cuts</source>
   <translation>カット</translation>
  </message>
  <message>
   <source>{count} repeat an earlier drawing and are coloured once</source>
   <translation>{count}枚は前と同じ絵なので一度だけ着色します</translation>
  </message>
  <message>
   <source>Held</source>
   <translation>止め</translation>
  </message>
  <message>
   <source>Gaps</source>
   <translation>欠番</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>メモ</translation>
  </message>
  <message>
   <source>Unreadable</source>
   <translation>読めないファイル</translation>
  </message>
  <message>
   <source>Results</source>
   <translation>結果</translation>
  </message>
  <message>
   <source>{count} of {cut} ({size}): give one of them hints</source>
   <translation>{cut}のうち{count}枚 ({size}): どれか1枚にヒントを付けてください</translation>
  </message>
  <message>
   <source>Key frames</source>
   <translation>キーフレーム</translation>
  </message>
  <message>
   <source>{title} takes no hints; frames are coloured one by one</source>
   <translation>{title}はヒントを使いません。フレームは1枚ずつ着色されます</translation>
  </message>
  <message>
   <source>{frame} ({count} hints)</source>
   <translation>{frame} (ヒント{count}個)</translation>
  </message>
  <message>
   <source>the first frame, coloured by its tags</source>
   <translation>最初のフレーム (タグで着色)</translation>
  </message>
  <message>
   <source>none yet: double-click a frame and give it hints</source>
   <translation>まだありません。フレームをダブルクリックしてヒントを付けてください</translation>
  </message>
  <message>
   <source>Tags</source>
   <translation>タグ</translation>
  </message>
  <message>
   <source>none</source>
   <translation>なし</translation>
  </message>
  <message>
   <source>{tags}; {title} takes no tags</source>
   <translation>{tags}。{title}はタグを使いません</translation>
  </message>
  <message>
   <source>Palette</source>
   <translation>パレット</translation>
  </message>
  <message>
   <source>{count} colours and no other</source>
   <translation>{count}色のみ</translation>
  </message>
  <message>
   <source>any colour</source>
   <translation>すべての色</translation>
  </message>
  <message>
   <source>any colour: the open drawing's lock to {count} does not hold here; lock the palette in a frame of the cut if it shall</source>
   <translation>すべての色: 開いている絵の{count}色へのロックはここでは効きません。使うにはカット内のフレームでパレットをロックしてください</translation>
  </message>
  <message>
   <source>from {angle}°, {style}</source>
   <translation>{angle}°から、{style}</translation>
  </message>
  <message>
   <source>cel</source>
   <translation>アニメ塗り</translation>
  </message>
  <message>
   <source>two tones</source>
   <translation>2段影</translation>
  </message>
  <message>
   <source>soft</source>
   <translation>ソフト</translation>
  </message>
  <message>
   <source>, turns with the figure</source>
   <translation>、人物の向きに追従</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>光</translation>
  </message>
  <message>
   <source>(from the drawing that was open)</source>
   <translation>(開いていた絵から)</translation>
  </message>
  <message>
   <source>(kept with the results)</source>
   <translation>(結果と一緒に保存)</translation>
  </message>
  <message>
   <source>Generator</source>
   <translation>ジェネレーター</translation>
  </message>
  <message>
   <source>{title} until this run is over, then {other}</source>
   <translation>この実行が終わるまで{title}、その後{other}</translation>
  </message>
  <message>
   <source>about {needed} needed</source>
   <translation>約{needed}必要</translation>
  </message>
  <message>
   <source>Disk</source>
   <translation>ディスク</translation>
  </message>
  <message>
   <source>{free} free</source>
   <translation>空き{free}</translation>
  </message>
  <message>
   <source>{hours} h {minutes:02d} min left</source>
   <translation>残り{hours}時間{minutes:02d}分</translation>
  </message>
  <message>
   <source>{minutes} min {seconds:02d} s left</source>
   <translation>残り{minutes}分{seconds:02d}秒</translation>
  </message>
  <message>
   <source>{seconds} s left</source>
   <translation>残り{seconds}秒</translation>
  </message>
  <message>
   <source>Nothing to look at in {count} frames</source>
   <translation>{count}フレームすべて問題なし</translation>
  </message>
  <message>
   <source>{count} of {total} frames want a look</source>
   <translation>{total}フレーム中{count}枚に確認が必要</translation>
  </message>
  <message>
   <source>flicker {value:.2f}</source>
   <translation>ちらつき {value:.2f}</translation>
  </message>
  <message>
   <source>Corrected by hand: 1 place in 1 frame</source>
   <translation>手で修正: 1フレームの1か所</translation>
  </message>
  <message>
   <source>Corrected by hand: {places} places in 1 frame</source>
   <translation>手で修正: 1フレームの{places}か所</translation>
  </message>
  <message>
   <source>Corrected by hand: {places} places in {frames} frames</source>
   <translation>手で修正: {frames}フレームの{places}か所</translation>
  </message>
  <message>
   <source>place {number} of {count}</source>
   <translation>{count}か所中{number}</translation>
  </message>
  <message>
   <source>and {count} more</source>
   <translation>ほか{count}件</translation>
  </message>
 </context>
 <context>
  <name>AnimationControl</name>
  <message>
   <source>Choose a folder of frames</source>
   <translation>フレームのフォルダーを選択</translation>
  </message>
  <message>
   <source>Stop the running batch before opening other frames.</source>
   <translation>別のフレームを開く前に実行中のバッチを停止してください。</translation>
  </message>
  <message>
   <source>Choose where the coloured frames go</source>
   <translation>着色したフレームの保存先を選択</translation>
  </message>
  <message>
   <source>Results cannot lie among the frames: choose another folder.</source>
   <translation>結果をフレームと同じ場所には置けません。別のフォルダーを選んでください。</translation>
  </message>
  <message>
   <source>Looking through {name}…</source>
   <translation>{name}を調べています…</translation>
  </message>
  <message>
   <source>{folder}: holds no line drawings</source>
   <translation>{folder}: 線画がありません</translation>
  </message>
  <message>
   <source>Looking through {name}… {count} frames</source>
   <translation>{name}を調べています… {count}フレーム</translation>
  </message>
  <message>
   <source>Checking the folder of results…</source>
   <translation>結果のフォルダーを確認しています…</translation>
  </message>
 </context>
 <context>
  <name>Banner</name>
  <message>
   <source>Close</source>
   <translation>閉じる</translation>
  </message>
 </context>
 <context>
  <name>BatchPanel</name>
  <message>
   <source>Plan</source>
   <translation>計画</translation>
  </message>
  <message>
   <source>Playback</source>
   <translation>再生</translation>
  </message>
  <message>
   <source>Report</source>
   <translation>レポート</translation>
  </message>
  <message>
   <source>Choose another folder of frames</source>
   <translation>別のフレームフォルダーを選択</translation>
  </message>
  <message>
   <source>Choose where the coloured frames go</source>
   <translation>着色したフレームの保存先を選択</translation>
  </message>
  <message>
   <source>Colour all</source>
   <translation>すべて着色</translation>
  </message>
  <message>
   <source>Pause after this frame</source>
   <translation>このフレームの後で一時停止</translation>
  </message>
  <message>
   <source>Stop; what is done stays</source>
   <translation>停止 (終わった分は残ります)</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>開く</translation>
  </message>
  <message>
   <source>Open in the canvas to add hints (double-click or Enter)</source>
   <translation>キャンバスで開いてヒントを付ける (ダブルクリックまたはEnter)</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>続ける</translation>
  </message>
  <message>
   <source>Retry {count}</source>
   <translation>{count}件を再試行</translation>
  </message>
  <message>
   <source>Read files that could not be read again, and colour what failed</source>
   <translation>読めなかったファイルを読み直し、失敗したものを着色</translation>
  </message>
  <message>
   <source>Redo {count} frames</source>
   <translation>{count}フレームをやり直す</translation>
  </message>
  <message>
   <source>Redo 1 frame</source>
   <translation>1フレームをやり直す</translation>
  </message>
  <message>
   <source>{done} of {total}</source>
   <translation>{total}中{done}</translation>
  </message>
  <message>
   <source>paused</source>
   <translation>一時停止中</translation>
  </message>
  <message>
   <source>{count} failed</source>
   <translation>{count}件失敗</translation>
  </message>
  <message>
   <source>{total} frames done</source>
   <translation>{total}フレーム完了</translation>
  </message>
 </context>
 <context>
  <name>Blend</name>
  <message>
   <source>Normal</source>
   <translation>通常</translation>
  </message>
  <message>
   <source>Multiply</source>
   <translation>乗算</translation>
  </message>
  <message>
   <source>Screen</source>
   <translation>スクリーン</translation>
  </message>
  <message>
   <source>Overlay</source>
   <translation>オーバーレイ</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>加算</translation>
  </message>
 </context>
 <context>
  <name>CanvasPlayback</name>
  <message>
   <source>Reading frames…</source>
   <translation>フレームを読み込み中…</translation>
  </message>
 </context>
 <context>
  <name>CanvasWidget</name>
  <message>
   <source>Canvas</source>
   <translation>キャンバス</translation>
  </message>
  <message>
   <source>Drawing</source>
   <translation>線画</translation>
  </message>
 </context>
 <context>
  <name>Card</name>
  <message>
   <source>Done</source>
   <translation>できました</translation>
  </message>
  <message>
   <source>Leave</source>
   <translation>終了</translation>
  </message>
  <message>
   <source>Leave the tour; the drawing stays open</source>
   <translation>ツアーを終了します。絵は開いたままです</translation>
  </message>
  <message>
   <source>Finish</source>
   <translation>完了</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>次へ</translation>
  </message>
  <message>
   <source>Tour, step {number} of {count}</source>
   <translation>ツアー、{count}段階中の{number}</translation>
  </message>
 </context>
 <context>
  <name>ClipboardControl</name>
  <message>
   <source>There is nothing to copy on {layer} in the selection.</source>
   <translation>選択範囲内の{layer}にコピーするものがありません。</translation>
  </message>
  <message>
   <source>Copied. Only paint and hints can be cut.</source>
   <translation>コピーしました。切り取れるのは描画とヒントだけです。</translation>
  </message>
  <message>
   <source>The clipboard holds no picture and no hints.</source>
   <translation>クリップボードに画像もヒントもありません。</translation>
  </message>
  <message>
   <source>The clipboard holds more hints than can be read.</source>
   <translation>クリップボードのヒントが多すぎて読み込めません。</translation>
  </message>
 </context>
 <context>
  <name>ColorFiles</name>
  <message>
   <source>Palettes ({endings});;All files (*)</source>
   <translation>パレット ({endings});;すべてのファイル (*)</translation>
  </message>
  <message>
   <source>Palette {name}: {count} swatches</source>
   <translation>パレット「{name}」: スウォッチ{count}個</translation>
  </message>
  <message>
   <source>Palette {name}: {count} swatches in {sets} colour sets</source>
   <translation>パレット「{name}」: {sets}つの配色セットにスウォッチ{count}個</translation>
  </message>
  <message>
   <source>Palettes</source>
   <translation>パレット</translation>
  </message>
  <message>
   <source>Hints ({endings});;All files (*)</source>
   <translation>ヒント ({endings});;すべてのファイル (*)</translation>
  </message>
  <message>
   <source>{count} hints of {name}</source>
   <translation>{name}のヒント{count}個</translation>
  </message>
  <message>
   <source>{name}: {outside} of {count} hints lie outside of the drawing</source>
   <translation>{name}: {count}個中{outside}個のヒントが絵の外にあります</translation>
  </message>
  <message>
   <source>Hints</source>
   <translation>ヒント</translation>
  </message>
  <message>
   <source>{path}: open a line drawing first</source>
   <translation>{path}: 先に線画を開いてください</translation>
  </message>
  <message>
   <source>Reading {name}…</source>
   <translation>{name}を読み込み中…</translation>
  </message>
  <message>
   <source>Saving {name}…</source>
   <translation>{name}を保存中…</translation>
  </message>
 </context>
 <context>
  <name>ColorPage</name>
  <message>
   <source>Colour</source>
   <translation>色</translation>
  </message>
  <message>
   <source>Around the picture</source>
   <translation>絵の周囲</translation>
  </message>
  <message>
   <source>As the theme</source>
   <translation>テーマに合わせる</translation>
  </message>
  <message>
   <source>Black</source>
   <translation>黒</translation>
  </message>
  <message>
   <source>Dark grey</source>
   <translation>暗いグレー</translation>
  </message>
  <message>
   <source>Middle grey</source>
   <translation>中間のグレー</translation>
  </message>
  <message>
   <source>Light grey</source>
   <translation>明るいグレー</translation>
  </message>
  <message>
   <source>White</source>
   <translation>白</translation>
  </message>
  <message>
   <source>Forget them</source>
   <translation>履歴を消去</translation>
  </message>
  <message>
   <source>Forget the colours painted with last</source>
   <translation>最近使った色の履歴を消去</translation>
  </message>
  <message>
   <source>Colours painted with last</source>
   <translation>最近使った色</translation>
  </message>
  <message>
   <source>What lies beside a colour changes how it is seen, so it is neutral here.</source>
   <translation>隣の色によって色の見え方が変わるため、ここは無彩色です。</translation>
  </message>
 </context>
 <context>
  <name>ColorPanel</name>
  <message>
   <source>Colour as hexadecimal digits</source>
   <translation>16進数の色</translation>
  </message>
  <message>
   <source>Pick a colour from the picture</source>
   <translation>絵から色を拾う</translation>
  </message>
  <message>
   <source>Pick a colour from the picture, or hold Alt</source>
   <translation>絵から色を拾う (Altを押している間も)</translation>
  </message>
  <message>
   <source>Numbers of the colour</source>
   <translation>色の数値</translation>
  </message>
  <message>
   <source>Colour as #rrggbb</source>
   <translation>#rrggbb形式の色</translation>
  </message>
 </context>
 <context>
  <name>ColorWheel</name>
  <message>
   <source>Colour wheel</source>
   <translation>カラーサークル</translation>
  </message>
  <message>
   <source>Arrows change saturation and value, Page Up and Page Down the hue</source>
   <translation>矢印キーで彩度と明度、Page UpとPage Downで色相を変更</translation>
  </message>
 </context>
 <context>
  <name>Conditions</name>
  <message>
   <source>Generator: {title}</source>
   <translation>ジェネレーター: {title}</translation>
  </message>
  <message>
   <source>1 tag</source>
   <translation>タグ1個</translation>
  </message>
  <message>
   <source>{count} tags</source>
   <translation>タグ{count}個</translation>
  </message>
  <message>
   <source>Tags: {names}</source>
   <translation>タグ: {names}</translation>
  </message>
  <message>
   <source>locked to {count} colours</source>
   <translation>{count}色にロック</translation>
  </message>
  <message>
   <source>Palette lock, no other colour: {colors}</source>
   <translation>パレットロック (ほかの色なし): {colors}</translation>
  </message>
  <message>
   <source>trace lines</source>
   <translation>色トレス線</translation>
  </message>
  <message>
   <source>Trace lines bound shade and highlights.</source>
   <translation>色トレス線が影とハイライトの境になります。</translation>
  </message>
  <message>
   <source>live colour off</source>
   <translation>ライブ着色オフ</translation>
  </message>
  <message>
   <source>Live colour is off: Colour now colours what has changed.</source>
   <translation>ライブ着色はオフです。「今すぐ着色」で変更分を着色します。</translation>
  </message>
 </context>
 <context>
  <name>CurveEdit</name>
  <message>
   <source>Pressure curve</source>
   <translation>筆圧カーブ</translation>
  </message>
  <message>
   <source>Page Up and Page Down choose a point, arrows move it, Delete takes it away</source>
   <translation>Page UpとPage Downで点を選び、矢印キーで移動、Deleteで削除</translation>
  </message>
 </context>
 <context>
  <name>CutReports</name>
  <message>
   <source>The report follows when all frames are done.</source>
   <translation>レポートは全フレームの完了後に作成されます。</translation>
  </message>
  <message>
   <source>Writing the report…</source>
   <translation>レポートを作成中…</translation>
  </message>
 </context>
 <context>
  <name>Devices</name>
  <message>
   <source>the CPU was asked for</source>
   <translation>CPUが指定されています</translation>
  </message>
  <message>
   <source>an NVIDIA GPU was found</source>
   <translation>NVIDIA GPUが見つかりました</translation>
  </message>
  <message>
   <source>the watershed fill needs no other device</source>
   <translation>流域塗りには他のデバイスは不要です</translation>
  </message>
 </context>
 <context>
  <name>Dialogs</name>
  <message>
   <source>Unsaved changes</source>
   <translation>未保存の変更</translation>
  </message>
  <message>
   <source>Save the changes to {name}?</source>
   <translation>{name}の変更を保存しますか?</translation>
  </message>
  <message>
   <source>Hints, tags and layers are lost if they are not saved.</source>
   <translation>保存しないとヒント、タグ、レイヤーは失われます。</translation>
  </message>
  <message>
   <source>Unsaved work</source>
   <translation>未保存の作業</translation>
  </message>
  <message>
   <source>Restore the unsaved work on {name}?</source>
   <translation>{name}の未保存の作業を復元しますか?</translation>
  </message>
  <message>
   <source>Tintline did not end properly; this was kept on {when}.</source>
   <translation>Tintlineが正しく終了しませんでした。{when}に保管した作業です。</translation>
  </message>
  <message>
   <source>Restore</source>
   <translation>復元</translation>
  </message>
  <message>
   <source>Discard</source>
   <translation>破棄</translation>
  </message>
  <message>
   <source>Decide later</source>
   <translation>後で決める</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>開く</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>保存</translation>
  </message>
  <message>
   <source>Replace file</source>
   <translation>ファイルの置き換え</translation>
  </message>
  <message>
   <source>{name} exists already. Replace it?</source>
   <translation>{name}はすでにあります。置き換えますか?</translation>
  </message>
  <message>
   <source>Replace</source>
   <translation>置き換え</translation>
  </message>
 </context>
 <context>
  <name>Divider</name>
  <message>
   <source>Divider between before and after</source>
   <translation>着色前と着色後の境</translation>
  </message>
  <message>
   <source>Left and right arrows move it</source>
   <translation>左右の矢印キーで移動</translation>
  </message>
 </context>
 <context>
  <name>DoubtWalk</name>
  <message>
   <source>Nothing doubtful: the report lists no place.</source>
   <translation>疑わしい所はありません。レポートに記載がありません。</translation>
  </message>
  <message>
   <source>No colour pops: the report of the finished cut lists none.</source>
   <translation>色飛びはありません。完成したカットのレポートに記載がありません。</translation>
  </message>
  <message>
   <source>{number} of {count} · {frame} · {kind}</source>
   <translation>{count}中{number} · {frame} · {kind}</translation>
  </message>
 </context>
 <context>
  <name>Easel</name>
  <message>
   <source>Choose a paint layer, or add one.</source>
   <translation>ペイントレイヤーを選ぶか、追加してください。</translation>
  </message>
  <message>
   <source>{layer} is hidden: show it to paint on it.</source>
   <translation>「{layer}」は非表示です。描くには表示してください。</translation>
  </message>
 </context>
 <context>
  <name>Edits</name>
  <message>
   <source>Dropped colour</source>
   <translation>ドロップした色</translation>
  </message>
  <message>
   <source>Fill</source>
   <translation>塗りつぶし</translation>
  </message>
  <message>
   <source>Erase paint</source>
   <translation>描画を消す</translation>
  </message>
  <message>
   <source>Paint</source>
   <translation>描画</translation>
  </message>
  <message>
   <source>background</source>
   <translation>背景</translation>
  </message>
  <message>
   <source>hair</source>
   <translation>髪</translation>
  </message>
  <message>
   <source>eyes</source>
   <translation>目</translation>
  </message>
  <message>
   <source>skin</source>
   <translation>肌</translation>
  </message>
  <message>
   <source>mouth</source>
   <translation>口</translation>
  </message>
  <message>
   <source>brows</source>
   <translation>眉</translation>
  </message>
  <message>
   <source>top</source>
   <translation>トップス</translation>
  </message>
  <message>
   <source>skirt or trousers</source>
   <translation>スカート・ズボン</translation>
  </message>
  <message>
   <source>dress</source>
   <translation>ワンピース</translation>
  </message>
  <message>
   <source>legwear</source>
   <translation>靴下類</translation>
  </message>
  <message>
   <source>footwear</source>
   <translation>履物</translation>
  </message>
  <message>
   <source>hat</source>
   <translation>帽子</translation>
  </message>
  <message>
   <source>glasses</source>
   <translation>眼鏡</translation>
  </message>
  <message>
   <source>ornament</source>
   <translation>飾り</translation>
  </message>
  <message>
   <source>Replace colour</source>
   <translation>色を置き換え</translation>
  </message>
  <message>
   <source>Recolour {part}</source>
   <translation>{part}の色を変更</translation>
  </message>
  <message>
   <source>dark</source>
   <translation>暗い線</translation>
  </message>
  <message>
   <source>light</source>
   <translation>明るい線</translation>
  </message>
  <message>
   <source>alpha</source>
   <translation>透明度</translation>
  </message>
  <message>
   <source>Add hint</source>
   <translation>ヒントを追加</translation>
  </message>
  <message>
   <source>Erase hints</source>
   <translation>ヒントを消す</translation>
  </message>
  <message>
   <source>Move hint</source>
   <translation>ヒントを移動</translation>
  </message>
  <message>
   <source>Clear hints</source>
   <translation>ヒントを消去</translation>
  </message>
  <message>
   <source>Import hints</source>
   <translation>ヒントを読み込み</translation>
  </message>
  <message>
   <source>Tag {tag}</source>
   <translation>タグ {tag}</translation>
  </message>
  <message>
   <source>Set tags</source>
   <translation>タグを設定</translation>
  </message>
  <message>
   <source>Show layer</source>
   <translation>レイヤーを表示</translation>
  </message>
  <message>
   <source>Hide layer</source>
   <translation>レイヤーを隠す</translation>
  </message>
  <message>
   <source>Opacity of layer</source>
   <translation>レイヤーの不透明度</translation>
  </message>
  <message>
   <source>Change palette</source>
   <translation>パレットを変更</translation>
  </message>
  <message>
   <source>Change generator</source>
   <translation>ジェネレーターを変更</translation>
  </message>
  <message>
   <source>Tidy as usual</source>
   <translation>整え: 標準</translation>
  </message>
  <message>
   <source>Tidy {share}</source>
   <translation>整え {share}</translation>
  </message>
  <message>
   <source>Variant {number}</source>
   <translation>バリエーション {number}</translation>
  </message>
  <message>
   <source>find out</source>
   <translation>自動判別</translation>
  </message>
  <message>
   <source>Lines: {kind}, paper off</source>
   <translation>線: {kind}、紙を除去</translation>
  </message>
  <message>
   <source>Lines: {kind}</source>
   <translation>線: {kind}</translation>
  </message>
  <message>
   <source>Lines as drawn</source>
   <translation>線を描いたままに</translation>
  </message>
  <message>
   <source>Lines by the colours beside</source>
   <translation>線を隣の色のトーンに</translation>
  </message>
  <message>
   <source>Lines {color}</source>
   <translation>線 {color}</translation>
  </message>
  <message>
   <source>Return to {name}</source>
   <translation>{name}に戻る</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>開く</translation>
  </message>
  <message>
   <source>Change light</source>
   <translation>光を変更</translation>
  </message>
  <message>
   <source>Paint light</source>
   <translation>光を描く</translation>
  </message>
  <message>
   <source>painted light</source>
   <translation>描いた光</translation>
  </message>
  <message>
   <source>barriers</source>
   <translation>バリア</translation>
  </message>
  <message>
   <source>joins</source>
   <translation>連結</translation>
  </message>
  <message>
   <source>Erase {marks}</source>
   <translation>{marks}を消す</translation>
  </message>
  <message>
   <source>Clear {marks}</source>
   <translation>{marks}を消去</translation>
  </message>
  <message>
   <source>normal</source>
   <translation>通常</translation>
  </message>
  <message>
   <source>multiply</source>
   <translation>乗算</translation>
  </message>
  <message>
   <source>screen</source>
   <translation>スクリーン</translation>
  </message>
  <message>
   <source>overlay</source>
   <translation>オーバーレイ</translation>
  </message>
  <message>
   <source>add</source>
   <translation>加算</translation>
  </message>
  <message>
   <source>Add layer {layer}</source>
   <translation>レイヤー「{layer}」を追加</translation>
  </message>
  <message>
   <source>Delete layer {layer}</source>
   <translation>レイヤー「{layer}」を削除</translation>
  </message>
  <message>
   <source>Rename layer to {layer}</source>
   <translation>レイヤー名を「{layer}」に変更</translation>
  </message>
  <message>
   <source>Blend by {mode}</source>
   <translation>合成モード: {mode}</translation>
  </message>
  <message>
   <source>Lock alpha</source>
   <translation>透明ピクセルをロック</translation>
  </message>
  <message>
   <source>Unlock alpha</source>
   <translation>透明ピクセルのロックを解除</translation>
  </message>
  <message>
   <source>Clip to regions</source>
   <translation>領域でクリッピング</translation>
  </message>
  <message>
   <source>Paint across regions</source>
   <translation>領域をまたいで描く</translation>
  </message>
  <message>
   <source>Merge down</source>
   <translation>下のレイヤーと結合</translation>
  </message>
  <message>
   <source>Group layers</source>
   <translation>レイヤーをグループ化</translation>
  </message>
  <message>
   <source>Ungroup layers</source>
   <translation>レイヤーのグループを解除</translation>
  </message>
  <message>
   <source>Merge group</source>
   <translation>グループを結合</translation>
  </message>
  <message>
   <source>Move layer</source>
   <translation>レイヤーを移動</translation>
  </message>
  <message>
   <source>Take colours from {name}</source>
   <translation>{name}から色を取る</translation>
  </message>
  <message>
   <source>Take colours from {count} drawings</source>
   <translation>{count}枚の絵から色を取る</translation>
  </message>
  <message>
   <source>Remove reference</source>
   <translation>参照を外す</translation>
  </message>
  <message>
   <source>Pair places</source>
   <translation>対応点を付ける</translation>
  </message>
  <message>
   <source>Clear pairs</source>
   <translation>対応点を消去</translation>
  </message>
  <message>
   <source>Barrier</source>
   <translation>バリア</translation>
  </message>
  <message>
   <source>Join regions</source>
   <translation>領域を連結</translation>
  </message>
  <message>
   <source>Close gap</source>
   <translation>隙間を閉じる</translation>
  </message>
  <message>
   <source>Leave gap open</source>
   <translation>隙間を開けておく</translation>
  </message>
  <message>
   <source>Smallest region usual</source>
   <translation>最小領域: 標準</translation>
  </message>
  <message>
   <source>Smallest region {size} px</source>
   <translation>最小領域 {size} px</translation>
  </message>
  <message>
   <source>Close usual gaps</source>
   <translation>標準の隙間を閉じる</translation>
  </message>
  <message>
   <source>Close gaps up to {size} px</source>
   <translation>{size} pxまでの隙間を閉じる</translation>
  </message>
  <message>
   <source>Select</source>
   <translation>選択</translation>
  </message>
  <message>
   <source>Delete paint</source>
   <translation>描画を削除</translation>
  </message>
  <message>
   <source>Cel shade</source>
   <translation>アニメ塗りの影</translation>
  </message>
  <message>
   <source>Two-tone shade</source>
   <translation>2段の影</translation>
  </message>
  <message>
   <source>Soft shade</source>
   <translation>ソフトな影</translation>
  </message>
  <message>
   <source>Light follows the camera</source>
   <translation>光がカメラに追従</translation>
  </message>
  <message>
   <source>Light follows the figure</source>
   <translation>光が人物に追従</translation>
  </message>
  <message>
   <source>Light of day</source>
   <translation>昼の光</translation>
  </message>
  <message>
   <source>Light of dusk</source>
   <translation>夕暮れの光</translation>
  </message>
  <message>
   <source>Light of lamp</source>
   <translation>ランプの光</translation>
  </message>
  <message>
   <source>Light of rim</source>
   <translation>逆光</translation>
  </message>
  <message>
   <source>Paint shade</source>
   <translation>影を描く</translation>
  </message>
  <message>
   <source>Take shade away</source>
   <translation>影を取り除く</translation>
  </message>
  <message>
   <source>Erase 1 stroke of light</source>
   <translation>光の線を1本消す</translation>
  </message>
  <message>
   <source>Erase {count} strokes of light</source>
   <translation>光の線を{count}本消す</translation>
  </message>
  <message>
   <source>Erase 1 barrier</source>
   <translation>バリアを1本消す</translation>
  </message>
  <message>
   <source>Erase {count} barriers</source>
   <translation>バリアを{count}本消す</translation>
  </message>
  <message>
   <source>Erase 1 join</source>
   <translation>連結を1つ消す</translation>
  </message>
  <message>
   <source>Erase {count} joins</source>
   <translation>連結を{count}個消す</translation>
  </message>
  <message>
   <source>Clear 1 stroke of light</source>
   <translation>光の線1本を消去</translation>
  </message>
  <message>
   <source>Clear {count} strokes of light</source>
   <translation>光の線{count}本を消去</translation>
  </message>
  <message>
   <source>Clear 1 barrier</source>
   <translation>バリア1本を消去</translation>
  </message>
  <message>
   <source>Clear {count} barriers</source>
   <translation>バリア{count}本を消去</translation>
  </message>
  <message>
   <source>Clear 1 join</source>
   <translation>連結1つを消去</translation>
  </message>
  <message>
   <source>Clear {count} joins</source>
   <translation>連結{count}個を消去</translation>
  </message>
  <message>
   <source>Lock palette to 1 colour</source>
   <translation>パレットを1色にロック</translation>
  </message>
  <message>
   <source>Lock palette to {count} colours</source>
   <translation>パレットを{count}色にロック</translation>
  </message>
  <message>
   <source>Change palette, locked to 1 colour</source>
   <translation>パレットを変更、1色にロック</translation>
  </message>
  <message>
   <source>Change palette, locked to {count} colours</source>
   <translation>パレットを変更、{count}色にロック</translation>
  </message>
  <message>
   <source>colour layer</source>
   <translation>カラーレイヤー</translation>
  </message>
  <message>
   <source>flats</source>
   <translation>下塗り</translation>
  </message>
  <message>
   <source>shade</source>
   <translation>影</translation>
  </message>
  <message>
   <source>highlight</source>
   <translation>ハイライト</translation>
  </message>
  <message>
   <source>line art</source>
   <translation>線画</translation>
  </message>
  <message>
   <source>hints</source>
   <translation>ヒント</translation>
  </message>
  <message>
   <source>Swatch {name} to {color}</source>
   <translation>スウォッチ{name}を{color}に</translation>
  </message>
  <message>
   <source>Replace {old} by {new}</source>
   <translation>{old}を{new}に置き換え</translation>
  </message>
  <message>
   <source>Import 1 hint</source>
   <translation>ヒントを1個読み込み</translation>
  </message>
  <message>
   <source>Import {count} hints</source>
   <translation>ヒントを{count}個読み込み</translation>
  </message>
  <message>
   <source>Drop tag {tag}</source>
   <translation>タグ {tag} を外す</translation>
  </message>
  <message>
   <source>Show {layer}</source>
   <translation>{layer}を表示</translation>
  </message>
  <message>
   <source>Hide {layer}</source>
   <translation>{layer}を非表示</translation>
  </message>
  <message>
   <source>Opacity of {layer}</source>
   <translation>{layer}の不透明度</translation>
  </message>
  <message>
   <source>Move {layer}</source>
   <translation>{layer}を移動</translation>
  </message>
  <message>
   <source>Set tags {tags}</source>
   <translation>タグを設定: {tags}</translation>
  </message>
  <message>
   <source>Clear tags</source>
   <translation>タグを消去</translation>
  </message>
  <message>
   <source>Generator {name}</source>
   <translation>ジェネレーター {name}</translation>
  </message>
  <message>
   <source>Best generator</source>
   <translation>最良のジェネレーター</translation>
  </message>
  <message>
   <source>Point</source>
   <translation>点</translation>
  </message>
  <message>
   <source>Brush</source>
   <translation>ブラシ</translation>
  </message>
  <message>
   <source>Area</source>
   <translation>範囲</translation>
  </message>
  <message>
   <source>layer</source>
   <translation>レイヤー</translation>
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
   <translation>領域を無着色にする</translation>
  </message>
  <message>
   <source>Leave regions uncoloured</source>
   <translation>領域を無着色にする (複数)</translation>
  </message>
  <message>
   <source>Keep region as it is</source>
   <translation>領域をこのまま保つ</translation>
  </message>
  <message>
   <source>Keep regions as they are</source>
   <translation>領域をこのまま保つ (複数)</translation>
  </message>
  <message>
   <source>Fill {count} regions</source>
   <translation>{count}個の領域を塗りつぶし</translation>
  </message>
  <message>
   <source>Erase hint</source>
   <translation>ヒントを消す</translation>
  </message>
  <message>
   <source>Erase {count} hints</source>
   <translation>ヒントを{count}個消す</translation>
  </message>
  <message>
   <source>Clear {count} hints</source>
   <translation>ヒント{count}個を消去</translation>
  </message>
  <message>
   <source>Unlock palette</source>
   <translation>パレットのロックを解除</translation>
  </message>
  <message>
   <source>Add {color} to palette</source>
   <translation>{color}をパレットに追加</translation>
  </message>
  <message>
   <source>Take {color} out of palette</source>
   <translation>{color}をパレットから外す</translation>
  </message>
  <message>
   <source>Light off</source>
   <translation>光オフ</translation>
  </message>
  <message>
   <source>Light on</source>
   <translation>光オン</translation>
  </message>
  <message>
   <source>Light from {angle}°</source>
   <translation>{angle}°からの光</translation>
  </message>
  <message>
   <source>Shade {share}</source>
   <translation>影 {share}</translation>
  </message>
  <message>
   <source>Highlights {share}</source>
   <translation>ハイライト {share}</translation>
  </message>
  <message>
   <source>Tint of shade {color}</source>
   <translation>影の色味 {color}</translation>
  </message>
  <message>
   <source>Tint of highlights {color}</source>
   <translation>ハイライトの色味 {color}</translation>
  </message>
  <message>
   <source>derived</source>
   <translation>自動</translation>
  </message>
  <message>
   <source>Swatch {color}</source>
   <translation>スウォッチ {color}</translation>
  </message>
  <message>
   <source>Tones of a swatch</source>
   <translation>スウォッチの階調</translation>
  </message>
  <message>
   <source>Merge swatches</source>
   <translation>スウォッチを統合</translation>
  </message>
  <message>
   <source>Add swatches</source>
   <translation>スウォッチを追加</translation>
  </message>
  <message>
   <source>Colour set {name}</source>
   <translation>配色セット {name}</translation>
  </message>
  <message>
   <source>Add colour set {name}</source>
   <translation>配色セット {name} を追加</translation>
  </message>
  <message>
   <source>Name colour set {name}</source>
   <translation>配色セットの名前を {name} に</translation>
  </message>
  <message>
   <source>Remove colour set {name}</source>
   <translation>配色セット {name} を削除</translation>
  </message>
  <message>
   <source>Cut hints</source>
   <translation>ヒントを切り取り</translation>
  </message>
  <message>
   <source>Cut paint</source>
   <translation>描画を切り取り</translation>
  </message>
  <message>
   <source>Paste hints</source>
   <translation>ヒントを貼り付け</translation>
  </message>
  <message>
   <source>Select all</source>
   <translation>すべて選択</translation>
  </message>
  <message>
   <source>Select nothing</source>
   <translation>選択解除</translation>
  </message>
  <message>
   <source>Invert selection</source>
   <translation>選択範囲を反転</translation>
  </message>
 </context>
 <context>
  <name>EmptyPage</name>
  <message>
   <source>Colour a whole cut as one</source>
   <translation>カット全体をまとめて着色</translation>
  </message>
  <message>
   <source>Choose a folder of line drawings, or drop one here.
Give one frame its colours; they are carried to the others.</source>
   <translation>線画のフォルダーを選ぶか、ここにドロップしてください。
1枚に色を付けると、ほかのフレームにも引き継がれます。</translation>
  </message>
  <message>
   <source>Choose frames…</source>
   <translation>フレームを選択…</translation>
  </message>
 </context>
 <context>
  <name>FileActions</name>
  <message>
   <source>No red, blue or green trace lines were found in it.</source>
   <translation>赤・青・緑の色トレス線は見つかりませんでした。</translation>
  </message>
  <message>
   <source>Drawings and projects ({endings})</source>
   <translation>線画とプロジェクト ({endings})</translation>
  </message>
  <message>
   <source>All files (*)</source>
   <translation>すべてのファイル (*)</translation>
  </message>
  <message>
   <source>Restored {name}</source>
   <translation>{name}を復元しました</translation>
  </message>
  <message>
   <source>Restoring {name}…</source>
   <translation>{name}を復元中…</translation>
  </message>
  <message>
   <source>Opening {name}…</source>
   <translation>{name}を開いています…</translation>
  </message>
  <message>
   <source>Opened {name}, {size}</source>
   <translation>{name}を開きました、{size}</translation>
  </message>
  <message>
   <source>Tags that are unknown here have no effect: {names}.</source>
   <translation>未知のタグは効果がありません: {names}</translation>
  </message>
  <message>
   <source>Tintline project</source>
   <translation>Tintlineプロジェクト</translation>
  </message>
  <message>
   <source>Saving {name}…</source>
   <translation>{name}を保存中…</translation>
  </message>
  <message>
   <source>PNG picture</source>
   <translation>PNG画像</translation>
  </message>
  <message>
   <source>OpenRaster picture</source>
   <translation>OpenRaster画像</translation>
  </message>
  <message>
   <source>Photoshop picture</source>
   <translation>Photoshop画像</translation>
  </message>
  <message>
   <source>Paint for OpenToonz</source>
   <translation>OpenToonz用の彩色</translation>
  </message>
  <message>
   <source>Exporting {name}…</source>
   <translation>{name}を書き出し中…</translation>
  </message>
  <message>
   <source>one layer a colour</source>
   <translation>1色1レイヤー</translation>
  </message>
  <message>
   <source>transparent layers</source>
   <translation>透明レイヤー</translation>
  </message>
 </context>
 <context>
  <name>FileDrops</name>
  <message>
   <source>One drawing at a time: opening {name}.</source>
   <translation>一度に開けるのは1枚です: {name}を開きます。</translation>
  </message>
 </context>
 <context>
  <name>FileWork</name>
  <message>
   <source>{path}: was read for this document; choose another name</source>
   <translation>{path}: この書類が読み込んだファイルです。別の名前にしてください</translation>
  </message>
  <message>
   <source>Saved {path}</source>
   <translation>{path}を保存しました</translation>
  </message>
 </context>
 <context>
  <name>FillBar</name>
  <message>
   <source>Colour</source>
   <translation>色</translation>
  </message>
  <message>
   <source>Give regions the brush's colour (F)</source>
   <translation>領域にブラシの色を付ける (F)</translation>
  </message>
  <message>
   <source>Keep as it is</source>
   <translation>このまま保つ</translation>
  </message>
  <message>
   <source>Keep what regions show now, whatever later hints say (K)</source>
   <translation>後のヒントに関係なく、今の領域の色を保つ (K)</translation>
  </message>
  <message>
   <source>No colour</source>
   <translation>無着色</translation>
  </message>
  <message>
   <source>Leave regions uncoloured and transparent (U)</source>
   <translation>領域を無着色・透明のままにする (U)</translation>
  </message>
  <message>
   <source>Only leftovers</source>
   <translation>塗り残しのみ</translation>
  </message>
  <message>
   <source>Pass over regions that have a colour</source>
   <translation>色のある領域は飛ばす</translation>
  </message>
  <message>
   <source>Next without colour</source>
   <translation>次の無色領域</translation>
  </message>
  <message>
   <source>Go to the next region without a colour (N)</source>
   <translation>次の色のない領域へ移動 (N)</translation>
  </message>
 </context>
 <context>
  <name>Filmstrip</name>
  <message>
   <source>Frames</source>
   <translation>フレーム</translation>
  </message>
 </context>
 <context>
  <name>FrameCanvas</name>
  <message>
   <source>Opening {name}…</source>
   <translation>{name}を開いています…</translation>
  </message>
  <message>
   <source>Reading frames…</source>
   <translation>フレームを読み込み中…</translation>
  </message>
 </context>
 <context>
  <name>FrameDelegate</name>
  <message>
   <source>failed</source>
   <translation>失敗</translation>
  </message>
  <message>
   <source>redo</source>
   <translation>やり直し</translation>
  </message>
  <message>
   <source>running</source>
   <translation>実行中</translation>
  </message>
  <message>
   <source>held</source>
   <translation>止め</translation>
  </message>
 </context>
 <context>
  <name>FrameListModel</name>
  <message>
   <source>waiting</source>
   <translation>待機中</translation>
  </message>
  <message>
   <source>is being coloured</source>
   <translation>着色中</translation>
  </message>
  <message>
   <source>done</source>
   <translation>完了</translation>
  </message>
  <message>
   <source>was done before</source>
   <translation>以前に完了</translation>
  </message>
  <message>
   <source>to be coloured again</source>
   <translation>再着色の予定</translation>
  </message>
  <message>
   <source>failed</source>
   <translation>失敗</translation>
  </message>
  <message>
   <source>confidence {share}</source>
   <translation>確信度 {share}</translation>
  </message>
  <message>
   <source>key frame with hints of its own</source>
   <translation>ヒントを持つキーフレーム</translation>
  </message>
  <message>
   <source>held: the same drawing as an earlier frame</source>
   <translation>止め: 前のフレームと同じ絵</translation>
  </message>
  <message>
   <source>1 place corrected by hand</source>
   <translation>手で修正1か所</translation>
  </message>
  <message>
   <source>{count} places corrected by hand</source>
   <translation>手で修正{count}か所</translation>
  </message>
 </context>
 <context>
  <name>FramePictures</name>
  <message>
   <source>Reading frames…</source>
   <translation>フレームを読み込み中…</translation>
  </message>
 </context>
 <context>
  <name>FrameRuler</name>
  <message>
   <source>All frames</source>
   <translation>全フレーム</translation>
  </message>
 </context>
 <context>
  <name>GapBar</name>
  <message>
   <source>Close gaps up to</source>
   <translation>隙間を閉じる</translation>
  </message>
  <message>
   <source>Widest gap that is closed, in pixels</source>
   <translation>閉じる隙間の最大幅 (ピクセル)</translation>
  </message>
  <message>
   <source>Smallest region</source>
   <translation>最小領域</translation>
  </message>
  <message>
   <source>Side of the smallest region, in pixels</source>
   <translation>最小領域の一辺 (ピクセル)</translation>
  </message>
 </context>
 <context>
  <name>GeneralPage</name>
  <message>
   <source>General</source>
   <translation>一般</translation>
  </message>
  <message>
   <source>Theme</source>
   <translation>テーマ</translation>
  </message>
  <message>
   <source>As the system</source>
   <translation>システムに合わせる</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>ダーク</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>ライト</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>言語</translation>
  </message>
  <message>
   <source> s</source>
   <translation> 秒</translation>
  </message>
  <message>
   <source>Seconds until unsaved work is copied</source>
   <translation>未保存の作業をコピーするまでの秒数</translation>
  </message>
  <message>
   <source>Steps that can be taken back</source>
   <translation>取り消せる回数</translation>
  </message>
  <message>
   <source>begin with a light</source>
   <translation>光を付けて始める</translation>
  </message>
  <message>
   <source>Language, from the next start</source>
   <translation>言語 (次回の起動から)</translation>
  </message>
  <message>
   <source>Copy unsaved work after</source>
   <translation>未保存の作業のコピー</translation>
  </message>
  <message>
   <source>Steps for undo</source>
   <translation>取り消し回数</translation>
  </message>
  <message>
   <source>New drawings</source>
   <translation>新しい絵</translation>
  </message>
  <message>
   <source>While you paint</source>
   <translation>描画中</translation>
  </message>
  <message>
   <source>Layered files</source>
   <translation>レイヤー付きファイル</translation>
  </message>
  <message>
   <source>The copy of unsaved work is offered at the next start if this one ends badly.</source>
   <translation>異常終了した場合、次の起動時に未保存の作業のコピーを復元できます。</translation>
  </message>
 </context>
 <context>
  <name>GeneratorControl</name>
  <message>
   <source>Until then hints alone fill the picture.</source>
   <translation>それまではヒントだけで塗られます。</translation>
  </message>
  <message>
   <source>{title} takes no tags. Choose another generator to use them.</source>
   <translation>{title}はタグを使いません。タグを使うには別のジェネレーターを選んでください。</translation>
  </message>
  <message>
   <source>{title} takes no hints. Choose another generator to use them.</source>
   <translation>{title}はヒントを使いません。ヒントを使うには別のジェネレーターを選んでください。</translation>
  </message>
 </context>
 <context>
  <name>GeneratorList</name>
  <message>
   <source>Licence of the weights: {licence}</source>
   <translation>重みのライセンス: {licence}</translation>
  </message>
 </context>
 <context>
  <name>GeneratorPanel</name>
  <message>
   <source>Generators</source>
   <translation>ジェネレーター</translation>
  </message>
  <message>
   <source>Live colour</source>
   <translation>ライブ着色</translation>
  </message>
  <message>
   <source>Colour now</source>
   <translation>今すぐ着色</translation>
  </message>
  <message>
   <source>Device</source>
   <translation>デバイス</translation>
  </message>
  <message>
   <source>Automatic</source>
   <translation>自動</translation>
  </message>
  <message>
   <source>GPU (CUDA)</source>
   <translation>GPU (CUDA)</translation>
  </message>
  <message>
   <source>Tidy</source>
   <translation>整え</translation>
  </message>
  <message>
   <source>Left: the generator's own picture. Middle: one hue a region, its light kept, and white paper. Right: one colour a region.</source>
   <translation>左: ジェネレーターの絵そのまま。中央: 領域ごとに1色相、明暗は残し、紙は白。右: 領域ごとに1色。</translation>
  </message>
  <message>
   <source>Usual</source>
   <translation>標準</translation>
  </message>
  <message>
   <source>As this generator's pictures look best</source>
   <translation>このジェネレーターで最もきれいに見える設定</translation>
  </message>
  <message>
   <source>Another picture of the same drawing</source>
   <translation>同じ線画の別の絵</translation>
  </message>
  <message>
   <source>{generator} runs on the {device}: {reason}</source>
   <translation>{generator}は{device}で動作: {reason}</translation>
  </message>
 </context>
 <context>
  <name>GeneratorRow</name>
  <message>
   <source>Cannot be used here</source>
   <translation>ここでは使えません</translation>
  </message>
  <message>
   <source>hints and tags</source>
   <translation>ヒントとタグ</translation>
  </message>
  <message>
   <source>hints</source>
   <translation>ヒント</translation>
  </message>
  <message>
   <source>tags</source>
   <translation>タグ</translation>
  </message>
  <message>
   <source>no hints</source>
   <translation>ヒントなし</translation>
  </message>
  <message>
   <source>{takes} · {millions:.1f} M parameters</source>
   <translation>{takes} · {millions:.1f} M パラメーター</translation>
  </message>
 </context>
 <context>
  <name>Generators</name>
  <message>
   <source>Nearly every drawing: colours are exact and stay within their lines.</source>
   <translation>ほぼすべての線画向け: 色は正確で、線からはみ出しません。</translation>
  </message>
  <message>
   <source>Published methods, small</source>
   <translation>公開手法 (小型)</translation>
  </message>
  <message>
   <source>Soft colour as of watercolours, from many hints.</source>
   <translation>多くのヒントから、水彩のような柔らかい色。</translation>
  </message>
  <message>
   <source>Painted-looking colour from hints, over a draft that comes at once.</source>
   <translation>すぐに出る下絵の上に、ヒントから描いたような色。</translation>
  </message>
  <message>
   <source>Colours that bloom out of their hints as on wet paper.</source>
   <translation>濡れた紙のようにヒントから広がる色。</translation>
  </message>
  <message>
   <source>Blurred washes in which neighbouring hints mix.</source>
   <translation>隣り合うヒントが混ざるぼかし。</translation>
  </message>
  <message>
   <source>A first idea of a character from tags alone, without a hint.</source>
   <translation>ヒントなしで、タグだけからキャラクターの最初の案。</translation>
  </message>
  <message>
   <source>Without a network</source>
   <translation>ネットワークなし</translation>
  </message>
  <message>
   <source>Flat fills from hints alone; always there.</source>
   <translation>ヒントだけの平塗り。いつでも使えます。</translation>
  </message>
  <message>
   <source>Watershed fill (no generator)</source>
   <translation>流域塗り (ジェネレーターなし)</translation>
  </message>
 </context>
 <context>
  <name>Help</name>
  <message>
   <source>not installed</source>
   <translation>未インストール</translation>
  </message>
  <message>
   <source>&lt;h3&gt;Tintline {number}&lt;/h3&gt;&lt;p&gt;Interactive colouring of line art: colour hints and tags in, layers out.&lt;/p&gt;&lt;p&gt;Apache License 2.0&lt;/p&gt;</source>
   <translation>&lt;h3&gt;Tintline {number}&lt;/h3&gt;&lt;p&gt;対話的な線画着色: 色ヒントとタグを入れ、レイヤーを取り出す。&lt;/p&gt;&lt;p&gt;Apache License 2.0&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Left button, pen</source>
   <translation>左ボタン・ペン</translation>
  </message>
  <message>
   <source>draw with the current tool</source>
   <translation>現在のツールで描く</translation>
  </message>
  <message>
   <source>Right button</source>
   <translation>右ボタン</translation>
  </message>
  <message>
   <source>pick a colour</source>
   <translation>色を拾う</translation>
  </message>
  <message>
   <source>Middle button, or hold {keys}</source>
   <translation>中ボタン、または{keys}を押す</translation>
  </message>
  <message>
   <source>move the picture</source>
   <translation>絵を移動</translation>
  </message>
  <message>
   <source>Hold {keys} and drag</source>
   <translation>{keys}を押してドラッグ</translation>
  </message>
  <message>
   <source>turn the picture</source>
   <translation>絵を回転</translation>
  </message>
  <message>
   <source>Alt or Ctrl held</source>
   <translation>AltまたはCtrlを押す</translation>
  </message>
  <message>
   <source>Wheel</source>
   <translation>ホイール</translation>
  </message>
  <message>
   <source>zoom at the pointer, with Ctrl in finer steps</source>
   <translation>ポインター位置でズーム、Ctrlで細かく</translation>
  </message>
  <message>
   <source>Shift and wheel</source>
   <translation>Shift+ホイール</translation>
  </message>
  <message>
   <source>rotate</source>
   <translation>回転</translation>
  </message>
  <message>
   <source>rotate; stand upright again</source>
   <translation>回転、リセット</translation>
  </message>
  <message>
   <source>Two fingers, pinch</source>
   <translation>2本指・ピンチ</translation>
  </message>
  <message>
   <source>move, zoom and rotate, on touchpad and screen</source>
   <translation>タッチパッドと画面で移動・ズーム・回転</translation>
  </message>
  <message>
   <source>smaller and larger brush</source>
   <translation>ブラシを小さく・大きく</translation>
  </message>
  <message>
   <source>point, brush, fill, enclose and fill</source>
   <translation>点、ブラシ、塗りつぶし、囲って塗る</translation>
  </message>
  <message>
   <source>barrier, join regions</source>
   <translation>バリア、領域を連結</translation>
  </message>
  <message>
   <source>keep regions as they are, leave them uncoloured</source>
   <translation>領域をこのまま保つ、無着色にする</translation>
  </message>
  <message>
   <source>Second press with fill</source>
   <translation>塗りつぶしで2回目に押す</translation>
  </message>
  <message>
   <source>this piece of the region alone</source>
   <translation>領域のこの部分だけ</translation>
  </message>
  <message>
   <source>to the next region without a colour, fill it</source>
   <translation>次の色のない領域へ、塗る</translation>
  </message>
  <message>
   <source>shadow brush, eraser, move a hint</source>
   <translation>影ブラシ、消しゴム、ヒントを移動</translation>
  </message>
  <message>
   <source>pick a colour, move the picture</source>
   <translation>色を拾う、絵を移動</translation>
  </message>
  <message>
   <source>on a paint layer: paint, erase, fill</source>
   <translation>ペイントレイヤー上: 描く、消す、塗る</translation>
  </message>
  <message>
   <source>one more paint layer</source>
   <translation>ペイントレイヤーを追加</translation>
  </message>
  <message>
   <source>select a region, a colour or by a loop; Shift adds</source>
   <translation>領域、色、囲みで選択。Shiftで追加</translation>
  </message>
  <message>
   <source>paint or hints; Enter places a pasted picture</source>
   <translation>描画またはヒント。Enterで貼り付けた画像を配置</translation>
  </message>
  <message>
   <source>select nothing: paint goes everywhere again</source>
   <translation>選択解除: どこにでも描けます</translation>
  </message>
  <message>
   <source>Shift and point or brush</source>
   <translation>Shift+点・ブラシ</translation>
  </message>
  <message>
   <source>colour this region alone</source>
   <translation>この領域だけに色を付ける</translation>
  </message>
  <message>
   <source>Shift and fill</source>
   <translation>Shift+塗りつぶし</translation>
  </message>
  <message>
   <source>replace the colour under the pen everywhere</source>
   <translation>ペンの下の色をすべて置き換え</translation>
  </message>
  <message>
   <source>Swatch dragged to the picture</source>
   <translation>スウォッチを絵にドラッグ</translation>
  </message>
  <message>
   <source>a point of its colour</source>
   <translation>その色の点</translation>
  </message>
  <message>
   <source>show every region in a colour of its own</source>
   <translation>領域ごとに別の色で表示</translation>
  </message>
  <message>
   <source>frame before and after, play the cut</source>
   <translation>前後のフレーム、カットを再生</translation>
  </message>
  <message>
   <source>next doubtful region of the cut</source>
   <translation>カットの次の疑わしい領域</translation>
  </message>
  <message>
   <source>next colour pop of the cut</source>
   <translation>カットの次の色飛び</translation>
  </message>
  <message>
   <source>hide the hints and show them again</source>
   <translation>ヒントの表示・非表示</translation>
  </message>
  <message>
   <source>canvas only, full screen</source>
   <translation>キャンバスのみ、全画面表示</translation>
  </message>
  <message>
   <source>Hold {keys}</source>
   <translation>{keys}を押す</translation>
  </message>
  <message>
   <source>see the drawing alone</source>
   <translation>線画だけを見る</translation>
  </message>
  <message>
   <source>swap both colours</source>
   <translation>2つの色を入れ替え</translation>
  </message>
  <message>
   <source>preferences, where keys are changed</source>
   <translation>環境設定 (キーの変更)</translation>
  </message>
  <message>
   <source>Esc while drawing</source>
   <translation>描画中にEsc</translation>
  </message>
  <message>
   <source>give the stroke up</source>
   <translation>ストロークを中止</translation>
  </message>
  <message>
   <source>Pen, mouse and keys</source>
   <translation>ペン・マウス・キー</translation>
  </message>
  <message>
   <source>About Tintline</source>
   <translation>Tintlineについて</translation>
  </message>
 </context>
 <context>
  <name>HistoryPanel</name>
  <message>
   <source>History</source>
   <translation>ヒストリー</translation>
  </message>
 </context>
 <context>
  <name>KeyField</name>
  <message>
   <source>Press keys</source>
   <translation>キーを押す</translation>
  </message>
  <message>
   <source>Keys of the command</source>
   <translation>コマンドのキー</translation>
  </message>
  <message>
   <source>Press the new keys; Esc leaves the field</source>
   <translation>新しいキーを押してください。Escで欄を離れます</translation>
  </message>
 </context>
 <context>
  <name>KnownDrawings</name>
  <message>
   <source>Open &amp;recent</source>
   <translation>最近使ったファイルを開く(&amp;C)</translation>
  </message>
  <message>
   <source>Open sa&amp;mple</source>
   <translation>サンプルを開く(&amp;M)</translation>
  </message>
 </context>
 <context>
  <name>LayerBar</name>
  <message>
   <source>Add a paint layer</source>
   <translation>ペイントレイヤーを追加</translation>
  </message>
  <message>
   <source>Merge down</source>
   <translation>下のレイヤーと結合</translation>
  </message>
  <message>
   <source>Delete the layer</source>
   <translation>レイヤーを削除</translation>
  </message>
  <message>
   <source>Lock alpha: paint changes colours alone</source>
   <translation>透明ピクセルをロック: 描くと色だけが変わります</translation>
  </message>
  <message>
   <source>Clip to regions: a stroke stays in the region it began in</source>
   <translation>領域でクリッピング: ストロークは始めた領域の中に収まります</translation>
  </message>
  <message>
   <source>Blend mode</source>
   <translation>合成モード</translation>
  </message>
  <message>
   <source>How the layer joins what lies below it</source>
   <translation>下のレイヤーとの重なり方</translation>
  </message>
  <message>
   <source>Group the layer</source>
   <translation>レイヤーをグループ化</translation>
  </message>
  <message>
   <source>Ungroup the layers</source>
   <translation>レイヤーのグループを解除</translation>
  </message>
 </context>
 <context>
  <name>LayerRow</name>
  <message>
   <source>Hide {layer}</source>
   <translation>{layer}を非表示</translation>
  </message>
  <message>
   <source>Show {layer}</source>
   <translation>{layer}を表示</translation>
  </message>
  <message>
   <source>Light off</source>
   <translation>光オフ</translation>
  </message>
  <message>
   <source>{layer} holds next to nothing while the light is off</source>
   <translation>光がオフの間、{layer}にはほとんど何もありません</translation>
  </message>
  <message>
   <source>Layer name</source>
   <translation>レイヤー名</translation>
  </message>
 </context>
 <context>
  <name>LayerWork</name>
  <message>
   <source>{layer} is hidden: show it to take something away.</source>
   <translation>「{layer}」は非表示です。消すには表示してください。</translation>
  </message>
  <message>
   <source>The alpha of {layer} is locked: unlock it to take paint away.</source>
   <translation>「{layer}」の透明度がロックされています。消すにはロックを解除してください。</translation>
  </message>
 </context>
 <context>
  <name>Layers</name>
  <message>
   <source>Colour</source>
   <translation>カラー</translation>
  </message>
  <message>
   <source>Flats</source>
   <translation>下塗り</translation>
  </message>
  <message>
   <source>Shade</source>
   <translation>影</translation>
  </message>
  <message>
   <source>Highlight</source>
   <translation>ハイライト</translation>
  </message>
  <message>
   <source>Line art</source>
   <translation>線画</translation>
  </message>
  <message>
   <source>Hints</source>
   <translation>ヒント</translation>
  </message>
 </context>
 <context>
  <name>LayersPanel</name>
  <message>
   <source>Layer opacity</source>
   <translation>レイヤーの不透明度</translation>
  </message>
  <message>
   <source>Opacity</source>
   <translation>不透明度</translation>
  </message>
  <message>
   <source>Space shows or hides, Alt and arrows or dragging move, F2 renames</source>
   <translation>Spaceで表示切替、Alt+矢印またはドラッグで移動、F2で名前を変更</translation>
  </message>
  <message>
   <source>Layers</source>
   <translation>レイヤー</translation>
  </message>
  <message>
   <source>Hide layer</source>
   <translation>レイヤーを非表示</translation>
  </message>
  <message>
   <source>Show layer</source>
   <translation>レイヤーを表示</translation>
  </message>
  <message>
   <source>Move up</source>
   <translation>上へ移動</translation>
  </message>
  <message>
   <source>Move down</source>
   <translation>下へ移動</translation>
  </message>
  <message>
   <source>Full opacity</source>
   <translation>不透明度100 %</translation>
  </message>
  <message>
   <source>Add a paint layer above</source>
   <translation>上にペイントレイヤーを追加</translation>
  </message>
  <message>
   <source>Rename…</source>
   <translation>名前を変更…</translation>
  </message>
  <message>
   <source>Group</source>
   <translation>グループ化</translation>
  </message>
  <message>
   <source>Ungroup</source>
   <translation>グループ解除</translation>
  </message>
  <message>
   <source>Merge group</source>
   <translation>グループを結合</translation>
  </message>
  <message>
   <source>Merge down</source>
   <translation>下のレイヤーと結合</translation>
  </message>
  <message>
   <source>Delete group</source>
   <translation>グループを削除</translation>
  </message>
  <message>
   <source>Delete layer</source>
   <translation>レイヤーを削除</translation>
  </message>
 </context>
 <context>
  <name>LeakFinder</name>
  <message>
   <source>Gaps are not sought in drawings of more than {limit} million pixels; this one has {count} million. Open a smaller copy to look for them.</source>
   <translation>{limit}百万ピクセルを超える絵では隙間を探しません (この絵は{count}百万)。小さいコピーを開いて探してください。</translation>
  </message>
  <message>
   <source>Looking for gaps in the lines</source>
   <translation>線の隙間を探しています</translation>
  </message>
  <message>
   <source>{closed} gaps closed for filling, {open} left open</source>
   <translation>塗りのため{closed}個の隙間を閉じ、{open}個は開けてあります</translation>
  </message>
 </context>
 <context>
  <name>LeftoverFinder</name>
  <message>
   <source>Every region has a colour</source>
   <translation>すべての領域に色があります</translation>
  </message>
  <message>
   <source>Region {number} of {count} without a colour</source>
   <translation>色のない領域 {number}/{count}</translation>
  </message>
 </context>
 <context>
  <name>LightControl</name>
  <message>
   <source>The light is off: turn it on in its panel to see what you paint.</source>
   <translation>光がオフです。描いた結果を見るには光パネルでオンにしてください。</translation>
  </message>
 </context>
 <context>
  <name>LightDial</name>
  <message>
   <source>Direction of the light</source>
   <translation>光の方向</translation>
  </message>
  <message>
   <source>Degrees clockwise from above; arrows turn by 5, Page Up and Page Down by 45</source>
   <translation>上から時計回りの角度。矢印キーで5度、Page UpとPage Downで45度</translation>
  </message>
 </context>
 <context>
  <name>LightHandle</name>
  <message>
   <source>Handle of the light</source>
   <translation>光のハンドル</translation>
  </message>
  <message>
   <source>Drag to turn the light; with Shift in steps of 15°</source>
   <translation>ドラッグで光を回転、Shiftで15°刻み</translation>
  </message>
 </context>
 <context>
  <name>LightPanel</name>
  <message>
   <source>Light</source>
   <translation>光</translation>
  </message>
  <message>
   <source>Cel</source>
   <translation>アニメ塗り</translation>
  </message>
  <message>
   <source>One tone of shade, crisp</source>
   <translation>くっきりした1段の影</translation>
  </message>
  <message>
   <source>Two tones</source>
   <translation>2段影</translation>
  </message>
  <message>
   <source>Two tones of shade, crisp</source>
   <translation>くっきりした2段の影</translation>
  </message>
  <message>
   <source>Soft</source>
   <translation>ソフト</translation>
  </message>
  <message>
   <source>Shade that fades</source>
   <translation>ぼけた影</translation>
  </message>
  <message>
   <source>Strength of shade</source>
   <translation>影の強さ</translation>
  </message>
  <message>
   <source>Strength of highlights</source>
   <translation>ハイライトの強さ</translation>
  </message>
  <message>
   <source>Tint of shade</source>
   <translation>影の色味</translation>
  </message>
  <message>
   <source>Tint of highlights</source>
   <translation>ハイライトの色味</translation>
  </message>
  <message>
   <source>Shade</source>
   <translation>影</translation>
  </message>
  <message>
   <source>Paint shade with the brush (S)</source>
   <translation>ブラシで影を描く (S)</translation>
  </message>
  <message>
   <source>Paint highlights with the brush (S)</source>
   <translation>ブラシでハイライトを描く (S)</translation>
  </message>
  <message>
   <source>Neither</source>
   <translation>どちらもなし</translation>
  </message>
  <message>
   <source>Take shade and highlights away with the brush (S)</source>
   <translation>ブラシで影とハイライトを取り除く (S)</translation>
  </message>
  <message>
   <source>Day: from the upper left, cool shade</source>
   <translation>昼: 左上から、冷たい影</translation>
  </message>
  <message>
   <source>Dusk: from low at the left, violet shade</source>
   <translation>夕暮れ: 左の低い位置から、紫の影</translation>
  </message>
  <message>
   <source>Lamp: from the upper right, strong and warm</source>
   <translation>ランプ: 右上から、強く暖かい</translation>
  </message>
  <message>
   <source>Rim: from behind</source>
   <translation>逆光: 後ろから</translation>
  </message>
  <message>
   <source>In an animation: turn the light with the figure, not with the camera</source>
   <translation>アニメーションで、光をカメラではなく人物の向きに追従させる</translation>
  </message>
  <message>
   <source>Highlights</source>
   <translation>ハイライト</translation>
  </message>
  <message>
   <source>Brush</source>
   <translation>ブラシ</translation>
  </message>
  <message>
   <source>from {angle}°</source>
   <translation>{angle}°から</translation>
  </message>
 </context>
 <context>
  <name>LineColorMenu</name>
  <message>
   <source>&amp;Colour of lines</source>
   <translation>線の色(&amp;C)</translation>
  </message>
  <message>
   <source>As they are &amp;drawn</source>
   <translation>描いたまま(&amp;D)</translation>
  </message>
  <message>
   <source>A dark tone of the colour &amp;beside each</source>
   <translation>隣の色の暗いトーン(&amp;B)</translation>
  </message>
  <message>
   <source>&amp;One colour…</source>
   <translation>1 色にする(&amp;O)…</translation>
  </message>
  <message>
   <source>Colour of the lines</source>
   <translation>線の色</translation>
  </message>
 </context>
 <context>
  <name>LineControl</name>
  <message>
   <source>dark lines</source>
   <translation>暗い線</translation>
  </message>
  <message>
   <source>light lines</source>
   <translation>明るい線</translation>
  </message>
  <message>
   <source>ink on nothing</source>
   <translation>透明地の線</translation>
  </message>
  <message>
   <source>&amp;Find out</source>
   <translation>自動判別(&amp;F)</translation>
  </message>
  <message>
   <source>&amp;Dark lines on lighter paper</source>
   <translation>明るい紙に暗い線(&amp;D)</translation>
  </message>
  <message>
   <source>&amp;Light lines on darker paper</source>
   <translation>暗い紙に明るい線(&amp;L)</translation>
  </message>
  <message>
   <source>&amp;All that is on a transparent sheet</source>
   <translation>透明シート上のすべて(&amp;A)</translation>
  </message>
  <message>
   <source>&amp;Lines</source>
   <translation>線(&amp;N)</translation>
  </message>
  <message>
   <source>&amp;Take the paper off</source>
   <translation>紙を除去(&amp;T)</translation>
  </message>
  <message>
   <source>Reading the lines…</source>
   <translation>線を読み取り中…</translation>
  </message>
  <message>
   <source>no paper</source>
   <translation>紙なし</translation>
  </message>
  <message>
   <source>as you chose</source>
   <translation>選択どおり</translation>
  </message>
  <message>
   <source>as found out</source>
   <translation>自動判別どおり</translation>
  </message>
  <message>
   <source>What of the drawing is line: {how}</source>
   <translation>絵のどこが線か: {how}</translation>
  </message>
 </context>
 <context>
  <name>Listings</name>
  <message>
   <source>Looking for generators…</source>
   <translation>ジェネレーターを探しています…</translation>
  </message>
  <message>
   <source>Checking generators…</source>
   <translation>ジェネレーターを確認中…</translation>
  </message>
  <message>
   <source>Reading samples…</source>
   <translation>サンプルを読み込み中…</translation>
  </message>
 </context>
 <context>
  <name>LiveColorizer</name>
  <message>
   <source>loading the generator</source>
   <translation>ジェネレーターを読み込み中</translation>
  </message>
  <message>
   <source>not up to date; Colour now colours it</source>
   <translation>最新ではありません。「今すぐ着色」で着色します</translation>
  </message>
  <message>
   <source>{device} · colouring…</source>
   <translation>{device} · 着色中…</translation>
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
   <translation>着色に失敗しました</translation>
  </message>
  <message>
   <source>Hints alone fill the picture until you choose another generator.</source>
   <translation>別のジェネレーターを選ぶまで、ヒントだけで塗られます。</translation>
  </message>
  <message>
   <source>preview</source>
   <translation>プレビュー</translation>
  </message>
  <message>
   <source>final</source>
   <translation>確定</translation>
  </message>
  <message>
   <source>full size</source>
   <translation>原寸</translation>
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
   <translation>色</translation>
  </message>
  <message>
   <source>Palette</source>
   <translation>パレット</translation>
  </message>
  <message>
   <source>Tags</source>
   <translation>タグ</translation>
  </message>
  <message>
   <source>Generator</source>
   <translation>ジェネレーター</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>光</translation>
  </message>
  <message>
   <source>Layers</source>
   <translation>レイヤー</translation>
  </message>
  <message>
   <source>History</source>
   <translation>ヒストリー</translation>
  </message>
  <message>
   <source>Reference</source>
   <translation>参照</translation>
  </message>
  <message>
   <source>Animation</source>
   <translation>アニメーション</translation>
  </message>
 </context>
 <context>
  <name>Manual</name>
  <message>
   <source>Manual</source>
   <translation>マニュアル</translation>
  </message>
  <message>
   <source>Contents of the manual</source>
   <translation>マニュアルの目次</translation>
  </message>
  <message>
   <source>Search the manual</source>
   <translation>マニュアルを検索</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>戻る</translation>
  </message>
  <message>
   <source>Forward</source>
   <translation>進む</translation>
  </message>
  <message>
   <source>Not found</source>
   <translation>見つかりません</translation>
  </message>
 </context>
 <context>
  <name>ManualPage</name>
  <message>
   <source>Page of the manual</source>
   <translation>マニュアルのページ</translation>
  </message>
 </context>
 <context>
  <name>Messages</name>
  <message>
   <source>Hints are hidden: show their layer to see what you draw.</source>
   <translation>ヒントが非表示です。描いたものを見るにはレイヤーを表示してください。</translation>
  </message>
  <message>
   <source>Hints are hidden: show their layer to erase them.</source>
   <translation>ヒントが非表示です。消すにはレイヤーを表示してください。</translation>
  </message>
 </context>
 <context>
  <name>MiniMap</name>
  <message>
   <source>Mini map</source>
   <translation>ミニマップ</translation>
  </message>
  <message>
   <source>Arrows move the view</source>
   <translation>矢印キーで表示を移動</translation>
  </message>
 </context>
 <context>
  <name>OnionButton</name>
  <message>
   <source>Onion skin: show the frames before and after</source>
   <translation>オニオンスキン: 前後のフレームを表示</translation>
  </message>
  <message>
   <source>Frames before</source>
   <translation>前のフレーム数</translation>
  </message>
  <message>
   <source>Frames after</source>
   <translation>後のフレーム数</translation>
  </message>
  <message>
   <source>Strength of the onion skin</source>
   <translation>オニオンスキンの濃さ</translation>
  </message>
  <message>
   <source>Before</source>
   <translation>前</translation>
  </message>
  <message>
   <source>After</source>
   <translation>後</translation>
  </message>
  <message>
   <source>Strength</source>
   <translation>濃さ</translation>
  </message>
 </context>
 <context>
  <name>OptionsBar</name>
  <message>
   <source>Brush options</source>
   <translation>ブラシの設定</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>サイズ</translation>
  </message>
  <message>
   <source>Brush size</source>
   <translation>ブラシサイズ</translation>
  </message>
  <message>
   <source> px</source>
   <translation> px</translation>
  </message>
  <message>
   <source>Brush size in pixels</source>
   <translation>ブラシサイズ (ピクセル)</translation>
  </message>
 </context>
 <context>
  <name>PaintBar</name>
  <message>
   <source>Hardness</source>
   <translation>硬さ</translation>
  </message>
  <message>
   <source>At 100 % every pixel is painted fully or not at all</source>
   <translation>100 %ではピクセルが完全に塗られるか、まったく塗られません</translation>
  </message>
  <message>
   <source>Opacity</source>
   <translation>不透明度</translation>
  </message>
  <message>
   <source>Of a stroke, however often it crosses itself</source>
   <translation>ストロークの不透明度 (何度重なっても同じ)</translation>
  </message>
  <message>
   <source>Fade by pressure</source>
   <translation>筆圧で薄く</translation>
  </message>
  <message>
   <source>Pressure changes opacity</source>
   <translation>筆圧で不透明度を変える</translation>
  </message>
  <message>
   <source>On {layer}</source>
   <translation>{layer}に</translation>
  </message>
 </context>
 <context>
  <name>PaintControl</name>
  <message>
   <source>The regions are being found; paint again in a moment.</source>
   <translation>領域を探しています。少し後でもう一度描いてください。</translation>
  </message>
  <message>
   <source>Begin the stroke in a region of the drawing.</source>
   <translation>ストロークは絵の領域の中から始めてください。</translation>
  </message>
 </context>
 <context>
  <name>PalettePanel</name>
  <message>
   <source>Lock palette</source>
   <translation>パレットをロック</translation>
  </message>
  <message>
   <source>Add the brush's colour</source>
   <translation>ブラシの色を追加</translation>
  </message>
  <message>
   <source>Add the colours of the picture and of all hints</source>
   <translation>絵とすべてのヒントの色を追加</translation>
  </message>
  <message>
   <source>Open a palette: GIMP, Adobe, Procreate, #rrggbb lines…</source>
   <translation>パレットを開く: GIMP、Adobe、Procreate、#rrggbbの行…</translation>
  </message>
  <message>
   <source>Save as a GIMP palette</source>
   <translation>GIMPパレットとして保存</translation>
  </message>
  <message>
   <source>Swatches</source>
   <translation>スウォッチ</translation>
  </message>
  <message>
   <source>No swatches yet. Add the brush's colour, collect those of the hints, or drop a palette file on the window.</source>
   <translation>スウォッチがまだありません。ブラシの色を追加するか、ヒントの色を集めるか、パレットファイルをドロップしてください。</translation>
  </message>
  <message>
   <source>Colour of the swatch</source>
   <translation>スウォッチの色</translation>
  </message>
  <message>
   <source>Tone of the swatch</source>
   <translation>スウォッチの階調</translation>
  </message>
  <message>
   <source>set {number}</source>
   <translation>セット {number}</translation>
  </message>
  <message>
   <source>Colour with these swatches alone; a colour between them takes the nearest</source>
   <translation>これらのスウォッチだけで着色します。間の色は最も近い色になります</translation>
  </message>
  <message>
   <source>Add swatches first: then colouring can be held to them</source>
   <translation>先にスウォッチを追加すると、その色だけで着色できます</translation>
  </message>
  <message>
   <source>Remove all swatches</source>
   <translation>スウォッチをすべて削除</translation>
  </message>
 </context>
 <context>
  <name>PanelDocks</name>
  <message>
   <source>Panels</source>
   <translation>パネル</translation>
  </message>
 </context>
 <context>
  <name>PenPage</name>
  <message>
   <source>Pen</source>
   <translation>ペン</translation>
  </message>
  <message>
   <source> px</source>
   <translation> px</translation>
  </message>
  <message>
   <source>off</source>
   <translation>オフ</translation>
  </message>
  <message>
   <source>Steady hand</source>
   <translation>手ぶれ補正</translation>
  </message>
  <message>
   <source>draws, in place of moving the picture</source>
   <translation>絵を動かさずに描く</translation>
  </message>
  <message>
   <source>Soft</source>
   <translation>柔らかい</translation>
  </message>
  <message>
   <source>Straight</source>
   <translation>直線</translation>
  </message>
  <message>
   <source>Firm</source>
   <translation>硬い</translation>
  </message>
  <message>
   <source>Strokes</source>
   <translation>ストローク</translation>
  </message>
  <message>
   <source>One finger</source>
   <translation>1本指</translation>
  </message>
  <message>
   <source>To the right: how hard the pen is pressed. Upwards: what that counts as. Click the curve for another point and drag it; a double click takes it away.</source>
   <translation>右へ: ペンを押す強さ。上へ: その扱い。カーブをクリックすると点が増え、ドラッグで動かせます。ダブルクリックで削除。</translation>
  </message>
 </context>
 <context>
  <name>PerformancePage</name>
  <message>
   <source>Performance</source>
   <translation>パフォーマンス</translation>
  </message>
  <message>
   <source>Device</source>
   <translation>デバイス</translation>
  </message>
  <message>
   <source>Automatic</source>
   <translation>自動</translation>
  </message>
  <message>
   <source>GPU (CUDA)</source>
   <translation>GPU (CUDA)</translation>
  </message>
  <message>
   <source>all {count}</source>
   <translation>すべて ({count})</translation>
  </message>
  <message>
   <source>Processor cores</source>
   <translation>プロセッサーコア</translation>
  </message>
  <message>
   <source> MB</source>
   <translation> MB</translation>
  </message>
  <message>
   <source>Memory for drawings that were read</source>
   <translation>読み込んだ絵のためのメモリ</translation>
  </message>
  <message>
   <source>Compute on</source>
   <translation>計算に使うもの</translation>
  </message>
  <message>
   <source>Memory for drawings</source>
   <translation>絵のためのメモリ</translation>
  </message>
  <message>
   <source>What was read of a drawing is kept in memory, so that a stroke need not wait for it. Fewer cores leave more to other programs.</source>
   <translation>読み込んだ絵の情報をメモリに保つので、ストロークを待たずに済みます。コアを減らすと他のプログラムに余裕ができます。</translation>
  </message>
 </context>
 <context>
  <name>PixelSlider</name>
  <message>
   <source>As the drawing's size suggests</source>
   <translation>絵の大きさに合わせる</translation>
  </message>
  <message>
   <source>Usual</source>
   <translation>標準</translation>
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
   <translation>サイズ</translation>
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
   <translation>配置</translation>
  </message>
  <message>
   <source>Make it a layer (Enter)</source>
   <translation>レイヤーにする (Enter)</translation>
  </message>
  <message>
   <source>Give up</source>
   <translation>中止</translation>
  </message>
  <message>
   <source>Paste nothing (Esc)</source>
   <translation>貼り付けない (Esc)</translation>
  </message>
 </context>
 <context>
  <name>PlaceControl</name>
  <message>
   <source>Pasted</source>
   <translation>貼り付け</translation>
  </message>
 </context>
 <context>
  <name>Player</name>
  <message>
   <source>Play</source>
   <translation>再生</translation>
  </message>
  <message>
   <source>Previous frame</source>
   <translation>前のフレーム</translation>
  </message>
  <message>
   <source>Next frame</source>
   <translation>次のフレーム</translation>
  </message>
  <message>
   <source>Repeat</source>
   <translation>繰り返し</translation>
  </message>
  <message>
   <source>Halt at colour pops</source>
   <translation>色飛びで停止</translation>
  </message>
  <message>
   <source>Play on the canvas</source>
   <translation>キャンバスで再生</translation>
  </message>
  <message>
   <source> fps</source>
   <translation> fps</translation>
  </message>
  <message>
   <source>Frames per second</source>
   <translation>1秒あたりのフレーム数</translation>
  </message>
  <message>
   <source>Frame</source>
   <translation>フレーム</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>一時停止</translation>
  </message>
 </context>
 <context>
  <name>PreferencesDialog</name>
  <message>
   <source>Preferences</source>
   <translation>環境設定</translation>
  </message>
  <message>
   <source>Pages</source>
   <translation>ページ</translation>
  </message>
 </context>
 <context>
  <name>RecoveryKeeper</name>
  <message>
   <source>Keeping unsaved work…</source>
   <translation>未保存の作業を保管中…</translation>
  </message>
  <message>
   <source>Unsaved work is not kept for recovery: {reason}</source>
   <translation>未保存の作業を復元用に保管できません: {reason}</translation>
  </message>
 </context>
 <context>
  <name>ReferenceControl</name>
  <message>
   <source>Pictures ({endings});;All files (*)</source>
   <translation>画像 ({endings});;すべてのファイル (*)</translation>
  </message>
  <message>
   <source>{name}: open a line drawing first</source>
   <translation>{name}: 先に線画を開いてください</translation>
  </message>
  <message>
   <source>Colours come from {count} drawings</source>
   <translation>{count}枚の絵から色を取ります</translation>
  </message>
  <message>
   <source>Colours come from {name}</source>
   <translation>{name}から色を取ります</translation>
  </message>
  <message>
   <source>Reading {name}…</source>
   <translation>{name}を読み込み中…</translation>
  </message>
  <message>
   <source>Now click the same place in the drawing; Escape gives up</source>
   <translation>線画の同じ場所をクリックしてください。Escapeで中止</translation>
  </message>
  <message>
   <source>Palette of the references: {count} swatches</source>
   <translation>参照のパレット: スウォッチ{count}個</translation>
  </message>
 </context>
 <context>
  <name>ReferencePanel</name>
  <message>
   <source>Add coloured drawings to take colours from</source>
   <translation>色の元になる着色済みの絵を追加</translation>
  </message>
  <message>
   <source>Remove the reference that is shown</source>
   <translation>表示中の参照を外す</translation>
  </message>
  <message>
   <source>Pair places: click one here, then the same one in the drawing</source>
   <translation>対応点を付ける: ここをクリックし、次に線画の同じ場所をクリック</translation>
  </message>
  <message>
   <source>Forget all paired places</source>
   <translation>対応点をすべて消去</translation>
  </message>
  <message>
   <source>Make the palette of these drawings, and lock it</source>
   <translation>これらの絵からパレットを作ってロック</translation>
  </message>
  <message>
   <source>Drop coloured drawings of the same character here: a model sheet, or last week's picture. Regions take their colours from them.</source>
   <translation>同じキャラクターの着色済みの絵をここにドロップしてください (設定画や先週の絵など)。領域はそこから色を取ります。</translation>
  </message>
  <message>
   <source>References</source>
   <translation>参照</translation>
  </message>
  <message>
   <source>Regions to look at</source>
   <translation>確認する領域</translation>
  </message>
  <message>
   <source>Reference {number}</source>
   <translation>参照 {number}</translation>
  </message>
  <message>
   <source>Open at {place} ({pixels} px)</source>
   <translation>未決定 {place} ({pixels} px)</translation>
  </message>
  <message>
   <source>{share} % sure at {place}</source>
   <translation>確信度{share} % {place}</translation>
  </message>
  <message>
   <source>Click a place in the reference.</source>
   <translation>参照の中の場所をクリックしてください。</translation>
  </message>
  <message>
   <source>Now click the same place in the drawing.</source>
   <translation>線画の同じ場所をクリックしてください。</translation>
  </message>
  <message>
   <source>{told} regions coloured, {open} open, {unsure} to look at</source>
   <translation>{told}領域を着色、{open}未決定、{unsure}要確認</translation>
  </message>
 </context>
 <context>
  <name>ReferenceView</name>
  <message>
   <source>Reference</source>
   <translation>参照</translation>
  </message>
 </context>
 <context>
  <name>RegionFinder</name>
  <message>
   <source>Finding the regions…</source>
   <translation>領域を探しています…</translation>
  </message>
 </context>
 <context>
  <name>ReportPage</name>
  <message>
   <source>The report follows when all frames are done.</source>
   <translation>レポートは全フレームの完了後に作成されます。</translation>
  </message>
  <message>
   <source>Open report</source>
   <translation>レポートを開く</translation>
  </message>
  <message>
   <source>Contact sheet and figures, in the browser</source>
   <translation>一覧と数値をブラウザーで表示</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>次へ</translation>
  </message>
  <message>
   <source>Open the next doubtful region (D)</source>
   <translation>次の疑わしい領域を開く (D)</translation>
  </message>
  <message>
   <source>Next doubtful region</source>
   <translation>次の疑わしい領域</translation>
  </message>
  <message>
   <source>Findings</source>
   <translation>検出結果</translation>
  </message>
  <message>
   <source>Double-click to correct this frame</source>
   <translation>ダブルクリックでこのフレームを修正</translation>
  </message>
 </context>
 <context>
  <name>SampleCard</name>
  <message>
   <source>Sample: {title}</source>
   <translation>サンプル: {title}</translation>
  </message>
 </context>
 <context>
  <name>Seeing</name>
  <message>
   <source>{keys} brings the panels back</source>
   <translation>{keys}でパネルが戻ります</translation>
  </message>
 </context>
 <context>
  <name>SelectBar</name>
  <message>
   <source>Region</source>
   <translation>領域</translation>
  </message>
  <message>
   <source>A press selects a region, a loop what it holds</source>
   <translation>クリックで領域、囲むと中身を選択</translation>
  </message>
  <message>
   <source>Colour</source>
   <translation>色</translation>
  </message>
  <message>
   <source>A press selects every pixel of its colour</source>
   <translation>クリックした色のピクセルをすべて選択</translation>
  </message>
  <message>
   <source>New</source>
   <translation>新規</translation>
  </message>
  <message>
   <source>Select this alone</source>
   <translation>これだけを選択</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>追加</translation>
  </message>
  <message>
   <source>Select this as well (Shift)</source>
   <translation>これも選択 (Shift)</translation>
  </message>
  <message>
   <source>Take away</source>
   <translation>除外</translation>
  </message>
  <message>
   <source>Select this no longer</source>
   <translation>これを選択から外す</translation>
  </message>
  <message>
   <source>All</source>
   <translation>すべて</translation>
  </message>
  <message>
   <source>Select all (Ctrl+A)</source>
   <translation>すべて選択 (Ctrl+A)</translation>
  </message>
  <message>
   <source>None</source>
   <translation>解除</translation>
  </message>
  <message>
   <source>Select nothing (Ctrl+Shift+A)</source>
   <translation>選択解除 (Ctrl+Shift+A)</translation>
  </message>
  <message>
   <source>Invert</source>
   <translation>反転</translation>
  </message>
  <message>
   <source>Select the rest (Ctrl+Shift+I)</source>
   <translation>残りを選択 (Ctrl+Shift+I)</translation>
  </message>
 </context>
 <context>
  <name>SetsRow</name>
  <message>
   <source>Colour set</source>
   <translation>配色セット</translation>
  </message>
  <message>
   <source>The colours of a scene, as day or night. Type another name to rename it.</source>
   <translation>昼や夜など、場面の色。別の名前を入力すると名前が変わります。</translation>
  </message>
  <message>
   <source>Name of the colour set</source>
   <translation>配色セットの名前</translation>
  </message>
  <message>
   <source>One more colour set, like this one</source>
   <translation>同じ内容の配色セットを追加</translation>
  </message>
  <message>
   <source>Remove this colour set</source>
   <translation>この配色セットを削除</translation>
  </message>
 </context>
 <context>
  <name>Shortcuts</name>
  <message>
   <source>Move the picture, held</source>
   <translation>絵を移動 (押している間)</translation>
  </message>
  <message>
   <source>Turn the picture, held</source>
   <translation>絵を回転 (押している間)</translation>
  </message>
  <message>
   <source>Show the drawing without colours, held</source>
   <translation>色なしの線画を表示 (押している間)</translation>
  </message>
 </context>
 <context>
  <name>ShortcutsPage</name>
  <message>
   <source>Keys</source>
   <translation>キー</translation>
  </message>
  <message>
   <source>Keys as in</source>
   <translation>キー配置</translation>
  </message>
  <message>
   <source>Search commands and keys</source>
   <translation>コマンドとキーを検索</translation>
  </message>
  <message>
   <source>Clear</source>
   <translation>消去</translation>
  </message>
  <message>
   <source>Reset</source>
   <translation>元に戻す</translation>
  </message>
  <message>
   <source>Reset all</source>
   <translation>すべて元に戻す</translation>
  </message>
  <message>
   <source>Take it over</source>
   <translation>引き継ぐ</translation>
  </message>
  <message>
   <source>Commands</source>
   <translation>コマンド</translation>
  </message>
  <message>
   <source>Command</source>
   <translation>コマンド</translation>
  </message>
  <message>
   <source>On the canvas</source>
   <translation>キャンバス上</translation>
  </message>
  <message>
   <source>{keys} is the key of “{command}”, which would be without it.</source>
   <translation>{keys}は「{command}」のキーです。引き継ぐとそのコマンドのキーがなくなります。</translation>
  </message>
  <message>
   <source>{keys} is a key of “{command}”, which would keep its others.</source>
   <translation>{keys}は「{command}」のキーの1つです。ほかのキーは残ります。</translation>
  </message>
 </context>
 <context>
  <name>SideBySide</name>
  <message>
   <source>Take a snapshot</source>
   <translation>スナップショットを撮る</translation>
  </message>
  <message>
   <source>One of each generator</source>
   <translation>各ジェネレーターで1枚</translation>
  </message>
  <message>
   <source>Back to the drawing</source>
   <translation>絵に戻る</translation>
  </message>
  <message>
   <source>There are no snapshots yet</source>
   <translation>スナップショットはまだありません</translation>
  </message>
  <message>
   <source>Colouring…</source>
   <translation>着色中…</translation>
  </message>
  <message>
   <source>Use</source>
   <translation>使う</translation>
  </message>
  <message>
   <source>Compare</source>
   <translation>比較</translation>
  </message>
  <message>
   <source>Forget</source>
   <translation>削除</translation>
  </message>
 </context>
 <context>
  <name>Snapshots</name>
  <message>
   <source>Snapshot {number}</source>
   <translation>スナップショット {number}</translation>
  </message>
  <message>
   <source>{title} taken</source>
   <translation>{title}を撮りました</translation>
  </message>
  <message>
   <source>Colouring by each generator…</source>
   <translation>各ジェネレーターで着色中…</translation>
  </message>
  <message>
   <source>{title} gives no snapshot: {reason}</source>
   <translation>{title}のスナップショットは作れません: {reason}</translation>
  </message>
  <message>
   <source>Snapshots of the generators taken</source>
   <translation>各ジェネレーターのスナップショットを撮りました</translation>
  </message>
 </context>
 <context>
  <name>StartPage</name>
  <message>
   <source>Or try a sample</source>
   <translation>またはサンプルを試す</translation>
  </message>
  <message>
   <source>Recent</source>
   <translation>最近使ったファイル</translation>
  </message>
  <message>
   <source>Open a line drawing, or drop one here</source>
   <translation>線画を開くか、ここにドロップしてください</translation>
  </message>
  <message>
   <source>PNG, JPEG, WebP, TIFF, BMP, PSD or a Tintline project</source>
   <translation>PNG、JPEG、WebP、TIFF、BMP、PSD、Tintlineプロジェクト</translation>
  </message>
  <message>
   <source>Open…</source>
   <translation>開く…</translation>
  </message>
  <message>
   <source>Tour of two minutes</source>
   <translation>2分間ツアー</translation>
  </message>
 </context>
 <context>
  <name>StatusLine</name>
  <message>
   <source>Device, stage and time of the colouring</source>
   <translation>着色のデバイス、段階、時間</translation>
  </message>
  <message>
   <source>Hints obeyed, and the palette lock</source>
   <translation>従ったヒントとパレットロック</translation>
  </message>
  <message>
   <source>What decides the colours besides the hints</source>
   <translation>ヒントのほかに色を決めるもの</translation>
  </message>
  <message>
   <source>Zoom; click to fit the picture</source>
   <translation>ズーム。クリックで絵全体を表示</translation>
  </message>
  <message>
   <source>hints obeyed {obeyed}/{visible}</source>
   <translation>従ったヒント {obeyed}/{visible}</translation>
  </message>
  <message>
   <source>off palette {before} → {after} px</source>
   <translation>パレット外 {before} → {after} px</translation>
  </message>
  <message>
   <source>{count} ambiguous</source>
   <translation>{count}個が曖昧</translation>
  </message>
  <message>
   <source>Two swatches were nearly as near:</source>
   <translation>2つのスウォッチがほぼ同じ近さでした:</translation>
  </message>
  <message>
   <source>{wanted} at {x}, {y} ({pixels} px): {chosen}, or {other}</source>
   <translation>{x}, {y}の{wanted} ({pixels} px): {chosen}、または{other}</translation>
  </message>
  <message>
   <source>{size} px</source>
   <translation>{size} px</translation>
  </message>
  <message>
   <source>mirrored</source>
   <translation>左右反転</translation>
  </message>
 </context>
 <context>
  <name>Swatch</name>
  <message>
   <source>Empty swatch</source>
   <translation>空のスウォッチ</translation>
  </message>
 </context>
 <context>
  <name>SwatchPair</name>
  <message>
   <source>Second colour {color}: click to swap</source>
   <translation>2番目の色 {color}: クリックで入れ替え</translation>
  </message>
 </context>
 <context>
  <name>Swatches</name>
  <message>
   <source>Highlight</source>
   <translation>ハイライト</translation>
  </message>
  <message>
   <source>Shade 1</source>
   <translation>1段目の影</translation>
  </message>
  <message>
   <source>Shade 2</source>
   <translation>2段目の影</translation>
  </message>
  <message>
   <source>shade 1</source>
   <translation>1段目の影</translation>
  </message>
  <message>
   <source>shade 2</source>
   <translation>2段目の影</translation>
  </message>
  <message>
   <source>highlight</source>
   <translation>ハイライト</translation>
  </message>
  <message>
   <source>Paint with {color}</source>
   <translation>{color}で描く</translation>
  </message>
  <message>
   <source>Change colour…</source>
   <translation>色を変更…</translation>
  </message>
  <message>
   <source>Replace by {color} everywhere</source>
   <translation>すべて{color}に置き換え</translation>
  </message>
  <message>
   <source>Merge into</source>
   <translation>統合先</translation>
  </message>
  <message>
   <source>Remove swatch</source>
   <translation>スウォッチを削除</translation>
  </message>
  <message>
   <source>Tones</source>
   <translation>階調</translation>
  </message>
  <message>
   <source>derived</source>
   <translation>自動</translation>
  </message>
  <message>
   <source>The brush's colour {color}</source>
   <translation>ブラシの色 {color}</translation>
  </message>
  <message>
   <source>Derived by the light</source>
   <translation>光から自動</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>選択…</translation>
  </message>
 </context>
 <context>
  <name>Tags</name>
  <message>
   <source>Hair</source>
   <translation>髪</translation>
  </message>
  <message>
   <source>blonde</source>
   <translation>金色</translation>
  </message>
  <message>
   <source>blonde hair</source>
   <translation>金髪</translation>
  </message>
  <message>
   <source>brown</source>
   <translation>茶色</translation>
  </message>
  <message>
   <source>brown hair</source>
   <translation>茶色の髪</translation>
  </message>
  <message>
   <source>black</source>
   <translation>黒</translation>
  </message>
  <message>
   <source>black hair</source>
   <translation>黒の髪</translation>
  </message>
  <message>
   <source>blue</source>
   <translation>青</translation>
  </message>
  <message>
   <source>blue hair</source>
   <translation>青の髪</translation>
  </message>
  <message>
   <source>purple</source>
   <translation>紫</translation>
  </message>
  <message>
   <source>purple hair</source>
   <translation>紫の髪</translation>
  </message>
  <message>
   <source>pink</source>
   <translation>ピンク</translation>
  </message>
  <message>
   <source>pink hair</source>
   <translation>ピンクの髪</translation>
  </message>
  <message>
   <source>silver</source>
   <translation>銀色</translation>
  </message>
  <message>
   <source>silver hair</source>
   <translation>銀色の髪</translation>
  </message>
  <message>
   <source>green</source>
   <translation>緑</translation>
  </message>
  <message>
   <source>green hair</source>
   <translation>緑の髪</translation>
  </message>
  <message>
   <source>red</source>
   <translation>赤</translation>
  </message>
  <message>
   <source>red hair</source>
   <translation>赤の髪</translation>
  </message>
  <message>
   <source>white</source>
   <translation>白</translation>
  </message>
  <message>
   <source>white hair</source>
   <translation>白の髪</translation>
  </message>
  <message>
   <source>orange</source>
   <translation>オレンジ</translation>
  </message>
  <message>
   <source>orange hair</source>
   <translation>オレンジの髪</translation>
  </message>
  <message>
   <source>grey</source>
   <translation>灰色</translation>
  </message>
  <message>
   <source>grey hair</source>
   <translation>灰色の髪</translation>
  </message>
  <message>
   <source>aqua</source>
   <translation>水色</translation>
  </message>
  <message>
   <source>aqua hair</source>
   <translation>水色の髪</translation>
  </message>
  <message>
   <source>light brown</source>
   <translation>薄茶色</translation>
  </message>
  <message>
   <source>light brown hair</source>
   <translation>薄茶色の髪</translation>
  </message>
  <message>
   <source>Eyes</source>
   <translation>目</translation>
  </message>
  <message>
   <source>blue eyes</source>
   <translation>青の目</translation>
  </message>
  <message>
   <source>red eyes</source>
   <translation>赤の目</translation>
  </message>
  <message>
   <source>brown eyes</source>
   <translation>茶色の目</translation>
  </message>
  <message>
   <source>green eyes</source>
   <translation>緑の目</translation>
  </message>
  <message>
   <source>purple eyes</source>
   <translation>紫の目</translation>
  </message>
  <message>
   <source>yellow</source>
   <translation>黄色</translation>
  </message>
  <message>
   <source>yellow eyes</source>
   <translation>黄色の目</translation>
  </message>
  <message>
   <source>pink eyes</source>
   <translation>ピンクの目</translation>
  </message>
  <message>
   <source>black eyes</source>
   <translation>黒の目</translation>
  </message>
  <message>
   <source>aqua eyes</source>
   <translation>水色の目</translation>
  </message>
  <message>
   <source>orange eyes</source>
   <translation>オレンジの目</translation>
  </message>
  <message>
   <source>grey eyes</source>
   <translation>灰色の目</translation>
  </message>
  <message>
   <source>Skin</source>
   <translation>肌</translation>
  </message>
  <message>
   <source>pale</source>
   <translation>色白</translation>
  </message>
  <message>
   <source>pale skin</source>
   <translation>色白の肌</translation>
  </message>
  <message>
   <source>light</source>
   <translation>明るい色</translation>
  </message>
  <message>
   <source>light skin</source>
   <translation>明るい肌</translation>
  </message>
  <message>
   <source>tan</source>
   <translation>小麦色</translation>
  </message>
  <message>
   <source>brown skin</source>
   <translation>茶色の肌</translation>
  </message>
  <message>
   <source>dark</source>
   <translation>濃い色</translation>
  </message>
  <message>
   <source>dark skin</source>
   <translation>濃い肌</translation>
  </message>
  <message>
   <source>blue skin</source>
   <translation>青の肌</translation>
  </message>
  <message>
   <source>green skin</source>
   <translation>緑の肌</translation>
  </message>
  <message>
   <source>Shirt</source>
   <translation>シャツ</translation>
  </message>
  <message>
   <source>black shirt</source>
   <translation>黒のシャツ</translation>
  </message>
  <message>
   <source>white shirt</source>
   <translation>白のシャツ</translation>
  </message>
  <message>
   <source>grey shirt</source>
   <translation>灰色のシャツ</translation>
  </message>
  <message>
   <source>brown shirt</source>
   <translation>茶色のシャツ</translation>
  </message>
  <message>
   <source>red shirt</source>
   <translation>赤のシャツ</translation>
  </message>
  <message>
   <source>orange shirt</source>
   <translation>オレンジのシャツ</translation>
  </message>
  <message>
   <source>yellow shirt</source>
   <translation>黄色のシャツ</translation>
  </message>
  <message>
   <source>green shirt</source>
   <translation>緑のシャツ</translation>
  </message>
  <message>
   <source>blue shirt</source>
   <translation>青のシャツ</translation>
  </message>
  <message>
   <source>purple shirt</source>
   <translation>紫のシャツ</translation>
  </message>
  <message>
   <source>pink shirt</source>
   <translation>ピンクのシャツ</translation>
  </message>
  <message>
   <source>aqua shirt</source>
   <translation>水色のシャツ</translation>
  </message>
  <message>
   <source>Jacket and coat</source>
   <translation>ジャケット・コート</translation>
  </message>
  <message>
   <source>black jacket</source>
   <translation>黒のジャケット</translation>
  </message>
  <message>
   <source>white jacket</source>
   <translation>白のジャケット</translation>
  </message>
  <message>
   <source>grey jacket</source>
   <translation>灰色のジャケット</translation>
  </message>
  <message>
   <source>brown jacket</source>
   <translation>茶色のジャケット</translation>
  </message>
  <message>
   <source>red jacket</source>
   <translation>赤のジャケット</translation>
  </message>
  <message>
   <source>orange jacket</source>
   <translation>オレンジのジャケット</translation>
  </message>
  <message>
   <source>yellow jacket</source>
   <translation>黄色のジャケット</translation>
  </message>
  <message>
   <source>green jacket</source>
   <translation>緑のジャケット</translation>
  </message>
  <message>
   <source>blue jacket</source>
   <translation>青のジャケット</translation>
  </message>
  <message>
   <source>purple jacket</source>
   <translation>紫のジャケット</translation>
  </message>
  <message>
   <source>pink jacket</source>
   <translation>ピンクのジャケット</translation>
  </message>
  <message>
   <source>aqua jacket</source>
   <translation>水色のジャケット</translation>
  </message>
  <message>
   <source>Dress</source>
   <translation>ワンピース</translation>
  </message>
  <message>
   <source>black dress</source>
   <translation>黒のワンピース</translation>
  </message>
  <message>
   <source>white dress</source>
   <translation>白のワンピース</translation>
  </message>
  <message>
   <source>grey dress</source>
   <translation>灰色のワンピース</translation>
  </message>
  <message>
   <source>brown dress</source>
   <translation>茶色のワンピース</translation>
  </message>
  <message>
   <source>red dress</source>
   <translation>赤のワンピース</translation>
  </message>
  <message>
   <source>orange dress</source>
   <translation>オレンジのワンピース</translation>
  </message>
  <message>
   <source>yellow dress</source>
   <translation>黄色のワンピース</translation>
  </message>
  <message>
   <source>green dress</source>
   <translation>緑のワンピース</translation>
  </message>
  <message>
   <source>blue dress</source>
   <translation>青のワンピース</translation>
  </message>
  <message>
   <source>purple dress</source>
   <translation>紫のワンピース</translation>
  </message>
  <message>
   <source>pink dress</source>
   <translation>ピンクのワンピース</translation>
  </message>
  <message>
   <source>aqua dress</source>
   <translation>水色のワンピース</translation>
  </message>
  <message>
   <source>Skirt</source>
   <translation>スカート</translation>
  </message>
  <message>
   <source>black skirt</source>
   <translation>黒のスカート</translation>
  </message>
  <message>
   <source>white skirt</source>
   <translation>白のスカート</translation>
  </message>
  <message>
   <source>grey skirt</source>
   <translation>灰色のスカート</translation>
  </message>
  <message>
   <source>brown skirt</source>
   <translation>茶色のスカート</translation>
  </message>
  <message>
   <source>red skirt</source>
   <translation>赤のスカート</translation>
  </message>
  <message>
   <source>orange skirt</source>
   <translation>オレンジのスカート</translation>
  </message>
  <message>
   <source>yellow skirt</source>
   <translation>黄色のスカート</translation>
  </message>
  <message>
   <source>green skirt</source>
   <translation>緑のスカート</translation>
  </message>
  <message>
   <source>blue skirt</source>
   <translation>青のスカート</translation>
  </message>
  <message>
   <source>purple skirt</source>
   <translation>紫のスカート</translation>
  </message>
  <message>
   <source>pink skirt</source>
   <translation>ピンクのスカート</translation>
  </message>
  <message>
   <source>aqua skirt</source>
   <translation>水色のスカート</translation>
  </message>
  <message>
   <source>Trousers</source>
   <translation>ズボン</translation>
  </message>
  <message>
   <source>black pants</source>
   <translation>黒のズボン</translation>
  </message>
  <message>
   <source>white pants</source>
   <translation>白のズボン</translation>
  </message>
  <message>
   <source>grey pants</source>
   <translation>灰色のズボン</translation>
  </message>
  <message>
   <source>brown pants</source>
   <translation>茶色のズボン</translation>
  </message>
  <message>
   <source>red pants</source>
   <translation>赤のズボン</translation>
  </message>
  <message>
   <source>orange pants</source>
   <translation>オレンジのズボン</translation>
  </message>
  <message>
   <source>yellow pants</source>
   <translation>黄色のズボン</translation>
  </message>
  <message>
   <source>green pants</source>
   <translation>緑のズボン</translation>
  </message>
  <message>
   <source>blue pants</source>
   <translation>青のズボン</translation>
  </message>
  <message>
   <source>purple pants</source>
   <translation>紫のズボン</translation>
  </message>
  <message>
   <source>pink pants</source>
   <translation>ピンクのズボン</translation>
  </message>
  <message>
   <source>aqua pants</source>
   <translation>水色のズボン</translation>
  </message>
  <message>
   <source>Legwear</source>
   <translation>靴下類</translation>
  </message>
  <message>
   <source>black legwear</source>
   <translation>黒の靴下類</translation>
  </message>
  <message>
   <source>white legwear</source>
   <translation>白の靴下類</translation>
  </message>
  <message>
   <source>grey legwear</source>
   <translation>灰色の靴下類</translation>
  </message>
  <message>
   <source>brown legwear</source>
   <translation>茶色の靴下類</translation>
  </message>
  <message>
   <source>red legwear</source>
   <translation>赤の靴下類</translation>
  </message>
  <message>
   <source>orange legwear</source>
   <translation>オレンジの靴下類</translation>
  </message>
  <message>
   <source>yellow legwear</source>
   <translation>黄色の靴下類</translation>
  </message>
  <message>
   <source>green legwear</source>
   <translation>緑の靴下類</translation>
  </message>
  <message>
   <source>blue legwear</source>
   <translation>青の靴下類</translation>
  </message>
  <message>
   <source>purple legwear</source>
   <translation>紫の靴下類</translation>
  </message>
  <message>
   <source>pink legwear</source>
   <translation>ピンクの靴下類</translation>
  </message>
  <message>
   <source>aqua legwear</source>
   <translation>水色の靴下類</translation>
  </message>
  <message>
   <source>Footwear</source>
   <translation>履物</translation>
  </message>
  <message>
   <source>black footwear</source>
   <translation>黒の履物</translation>
  </message>
  <message>
   <source>white footwear</source>
   <translation>白の履物</translation>
  </message>
  <message>
   <source>grey footwear</source>
   <translation>灰色の履物</translation>
  </message>
  <message>
   <source>brown footwear</source>
   <translation>茶色の履物</translation>
  </message>
  <message>
   <source>red footwear</source>
   <translation>赤の履物</translation>
  </message>
  <message>
   <source>orange footwear</source>
   <translation>オレンジの履物</translation>
  </message>
  <message>
   <source>yellow footwear</source>
   <translation>黄色の履物</translation>
  </message>
  <message>
   <source>green footwear</source>
   <translation>緑の履物</translation>
  </message>
  <message>
   <source>blue footwear</source>
   <translation>青の履物</translation>
  </message>
  <message>
   <source>purple footwear</source>
   <translation>紫の履物</translation>
  </message>
  <message>
   <source>pink footwear</source>
   <translation>ピンクの履物</translation>
  </message>
  <message>
   <source>aqua footwear</source>
   <translation>水色の履物</translation>
  </message>
  <message>
   <source>Hat</source>
   <translation>帽子</translation>
  </message>
  <message>
   <source>black hat</source>
   <translation>黒の帽子</translation>
  </message>
  <message>
   <source>white hat</source>
   <translation>白の帽子</translation>
  </message>
  <message>
   <source>grey hat</source>
   <translation>灰色の帽子</translation>
  </message>
  <message>
   <source>brown hat</source>
   <translation>茶色の帽子</translation>
  </message>
  <message>
   <source>red hat</source>
   <translation>赤の帽子</translation>
  </message>
  <message>
   <source>orange hat</source>
   <translation>オレンジの帽子</translation>
  </message>
  <message>
   <source>yellow hat</source>
   <translation>黄色の帽子</translation>
  </message>
  <message>
   <source>green hat</source>
   <translation>緑の帽子</translation>
  </message>
  <message>
   <source>blue hat</source>
   <translation>青の帽子</translation>
  </message>
  <message>
   <source>purple hat</source>
   <translation>紫の帽子</translation>
  </message>
  <message>
   <source>pink hat</source>
   <translation>ピンクの帽子</translation>
  </message>
  <message>
   <source>aqua hat</source>
   <translation>水色の帽子</translation>
  </message>
  <message>
   <source>Glasses</source>
   <translation>眼鏡</translation>
  </message>
  <message>
   <source>black eyewear</source>
   <translation>黒の眼鏡</translation>
  </message>
  <message>
   <source>red eyewear</source>
   <translation>赤の眼鏡</translation>
  </message>
  <message>
   <source>blue eyewear</source>
   <translation>青の眼鏡</translation>
  </message>
  <message>
   <source>brown eyewear</source>
   <translation>茶色の眼鏡</translation>
  </message>
  <message>
   <source>grey eyewear</source>
   <translation>灰色の眼鏡</translation>
  </message>
  <message>
   <source>Ribbon and bow</source>
   <translation>リボン</translation>
  </message>
  <message>
   <source>black ribbon</source>
   <translation>黒のリボン</translation>
  </message>
  <message>
   <source>white ribbon</source>
   <translation>白のリボン</translation>
  </message>
  <message>
   <source>grey ribbon</source>
   <translation>灰色のリボン</translation>
  </message>
  <message>
   <source>brown ribbon</source>
   <translation>茶色のリボン</translation>
  </message>
  <message>
   <source>red ribbon</source>
   <translation>赤のリボン</translation>
  </message>
  <message>
   <source>orange ribbon</source>
   <translation>オレンジのリボン</translation>
  </message>
  <message>
   <source>yellow ribbon</source>
   <translation>黄色のリボン</translation>
  </message>
  <message>
   <source>green ribbon</source>
   <translation>緑のリボン</translation>
  </message>
  <message>
   <source>blue ribbon</source>
   <translation>青のリボン</translation>
  </message>
  <message>
   <source>purple ribbon</source>
   <translation>紫のリボン</translation>
  </message>
  <message>
   <source>pink ribbon</source>
   <translation>ピンクのリボン</translation>
  </message>
  <message>
   <source>aqua ribbon</source>
   <translation>水色のリボン</translation>
  </message>
  <message>
   <source>Neckwear</source>
   <translation>ネクタイ類</translation>
  </message>
  <message>
   <source>black neckwear</source>
   <translation>黒のネクタイ類</translation>
  </message>
  <message>
   <source>white neckwear</source>
   <translation>白のネクタイ類</translation>
  </message>
  <message>
   <source>grey neckwear</source>
   <translation>灰色のネクタイ類</translation>
  </message>
  <message>
   <source>brown neckwear</source>
   <translation>茶色のネクタイ類</translation>
  </message>
  <message>
   <source>red neckwear</source>
   <translation>赤のネクタイ類</translation>
  </message>
  <message>
   <source>orange neckwear</source>
   <translation>オレンジのネクタイ類</translation>
  </message>
  <message>
   <source>yellow neckwear</source>
   <translation>黄色のネクタイ類</translation>
  </message>
  <message>
   <source>green neckwear</source>
   <translation>緑のネクタイ類</translation>
  </message>
  <message>
   <source>blue neckwear</source>
   <translation>青のネクタイ類</translation>
  </message>
  <message>
   <source>purple neckwear</source>
   <translation>紫のネクタイ類</translation>
  </message>
  <message>
   <source>pink neckwear</source>
   <translation>ピンクのネクタイ類</translation>
  </message>
  <message>
   <source>aqua neckwear</source>
   <translation>水色のネクタイ類</translation>
  </message>
  <message>
   <source>Gloves</source>
   <translation>手袋</translation>
  </message>
  <message>
   <source>black gloves</source>
   <translation>黒の手袋</translation>
  </message>
  <message>
   <source>white gloves</source>
   <translation>白の手袋</translation>
  </message>
  <message>
   <source>brown gloves</source>
   <translation>茶色の手袋</translation>
  </message>
  <message>
   <source>red gloves</source>
   <translation>赤の手袋</translation>
  </message>
  <message>
   <source>blue gloves</source>
   <translation>青の手袋</translation>
  </message>
  <message>
   <source>grey gloves</source>
   <translation>灰色の手袋</translation>
  </message>
  <message>
   <source>Lips</source>
   <translation>唇</translation>
  </message>
  <message>
   <source>red lips</source>
   <translation>赤の唇</translation>
  </message>
  <message>
   <source>pink lips</source>
   <translation>ピンクの唇</translation>
  </message>
  <message>
   <source>brown lips</source>
   <translation>茶色の唇</translation>
  </message>
  <message>
   <source>black lips</source>
   <translation>黒の唇</translation>
  </message>
  <message>
   <source>Background</source>
   <translation>背景</translation>
  </message>
  <message>
   <source>white background</source>
   <translation>白の背景</translation>
  </message>
  <message>
   <source>grey background</source>
   <translation>灰色の背景</translation>
  </message>
  <message>
   <source>blue background</source>
   <translation>青の背景</translation>
  </message>
  <message>
   <source>pink background</source>
   <translation>ピンクの背景</translation>
  </message>
  <message>
   <source>yellow background</source>
   <translation>黄色の背景</translation>
  </message>
  <message>
   <source>black background</source>
   <translation>黒の背景</translation>
  </message>
  <message>
   <source>green background</source>
   <translation>緑の背景</translation>
  </message>
  <message>
   <source>red background</source>
   <translation>赤の背景</translation>
  </message>
  <message>
   <source>brown background</source>
   <translation>茶色の背景</translation>
  </message>
  <message>
   <source>purple background</source>
   <translation>紫の背景</translation>
  </message>
  <message>
   <source>orange background</source>
   <translation>オレンジの背景</translation>
  </message>
  <message>
   <source>beige</source>
   <translation>ベージュ</translation>
  </message>
  <message>
   <source>beige background</source>
   <translation>ベージュの背景</translation>
  </message>
  <message>
   <source>aqua background</source>
   <translation>水色の背景</translation>
  </message>
  <message>
   <source>Another colour for {part}, now {color}</source>
   <translation>{part}の別の色、現在は{color}</translation>
  </message>
  <message>
   <source>{tag}: {title} has not learned this tag</source>
   <translation>{tag}: {title}はこのタグを学習していません</translation>
  </message>
 </context>
 <context>
  <name>TagsPanel</name>
  <message>
   <source>Search tags</source>
   <translation>タグを検索</translation>
  </message>
  <message>
   <source>No tag has this name.</source>
   <translation>この名前のタグはありません。</translation>
  </message>
  <message>
   <source>Colour of the part</source>
   <translation>この部分の色</translation>
  </message>
  <message>
   <source>Remove this tag</source>
   <translation>このタグを外す</translation>
  </message>
  <message>
   <source>Remove {tag}</source>
   <translation>{tag}を外す</translation>
  </message>
 </context>
 <context>
  <name>TestField</name>
  <message>
   <source>Test field for the pen</source>
   <translation>ペンの試し描き欄</translation>
  </message>
  <message>
   <source>Try the pen here</source>
   <translation>ここでペンを試す</translation>
  </message>
 </context>
 <context>
  <name>ThemeMenu</name>
  <message>
   <source>As the &amp;system</source>
   <translation>システムに合わせる(&amp;S)</translation>
  </message>
  <message>
   <source>&amp;Dark</source>
   <translation>ダーク(&amp;D)</translation>
  </message>
  <message>
   <source>&amp;Light</source>
   <translation>ライト(&amp;L)</translation>
  </message>
  <message>
   <source>T&amp;heme</source>
   <translation>テーマ(&amp;A)</translation>
  </message>
 </context>
 <context>
  <name>TintButton</name>
  <message>
   <source>derived from each colour</source>
   <translation>各色から自動</translation>
  </message>
  <message>
   <source>Derived from each colour</source>
   <translation>各色から自動</translation>
  </message>
  <message>
   <source>The brush's colour {color}</source>
   <translation>ブラシの色 {color}</translation>
  </message>
 </context>
 <context>
  <name>ToolColumn</name>
  <message>
   <source>Tools</source>
   <translation>ツール</translation>
  </message>
 </context>
 <context>
  <name>ToolTips</name>
  <message>
   <source>A dot of colour: everything that belongs together takes it.</source>
   <translation>色の点。同じものに属するところ全体がその色になります。</translation>
  </message>
  <message>
   <source>A stroke of colour says what things are. On a paint layer it paints.</source>
   <translation>色の線で何の色かを伝えます。ペイントレイヤーでは描画します。</translation>
  </message>
  <message>
   <source>Gives one region exactly this colour, and changes nothing else.</source>
   <translation>ひとつの領域だけを正確にこの色にします。</translation>
  </message>
  <message>
   <source>Fills every region that the loop holds.</source>
   <translation>囲んだ中の領域をすべて塗ります。</translation>
  </message>
  <message>
   <source>A line that is not drawn, and that no colour crosses.</source>
   <translation>描かれない線。色はこれを越えません。</translation>
  </message>
  <message>
   <source>Makes one region of all those that it leads through.</source>
   <translation>通った領域をすべてひとつにします。</translation>
  </message>
  <message>
   <source>Shade or light by hand, where the lamp does not know better.</source>
   <translation>光まかせでは足りないところに、影や光を手で描きます。</translation>
  </message>
  <message>
   <source>Takes hints and marks away, and paint on a paint layer.</source>
   <translation>ヒントや印を消します。ペイントレイヤーでは絵の具を消します。</translation>
  </message>
  <message>
   <source>Chooses where paint may go: by region, by colour or by a loop.</source>
   <translation>描画できる範囲を、領域・色・投げ縄で選びます。</translation>
  </message>
  <message>
   <source>Drags a hint to where it says more.</source>
   <translation>ヒントをよりよい場所へ動かします。</translation>
  </message>
  <message>
   <source>Takes a colour out of the picture.</source>
   <translation>絵の中から色を取ります。</translation>
  </message>
  <message>
   <source>Moves the picture in the window.</source>
   <translation>ウィンドウの中で絵を動かします。</translation>
  </message>
 </context>
 <context>
  <name>Tour</name>
  <message>
   <source>The sample drawings are missing; reinstall Tintline.</source>
   <translation>サンプルが見つかりません。Tintline を再インストールしてください。</translation>
  </message>
  <message>
   <source>Say one colour</source>
   <translation>色をひとつ伝える</translation>
  </message>
  <message>
   <source>Draw a short stroke on the hair. Everything that belongs to it takes the colour.</source>
   <translation>髪の上に短い線を引きます。髪全体がその色になります。</translation>
  </message>
  <message>
   <source>Choose another</source>
   <translation>別の色を選ぶ</translation>
  </message>
  <message>
   <source>Press another hue on the ring, then a tone in its middle.</source>
   <translation>輪の上で別の色相を、内側で明るさと鮮やかさを選びます。</translation>
  </message>
  <message>
   <source>Say it where it is wrong</source>
   <translation>違うところを直す</translation>
  </message>
  <message>
   <source>Draw on the clothes, or wherever you want that colour. A few strokes are enough.</source>
   <translation>服など、その色にしたいところに線を引きます。数本で十分です。</translation>
  </message>
  <message>
   <source>Take it back</source>
   <translation>元に戻す</translation>
  </message>
  <message>
   <source>{keys} takes the last step back. Nothing that you try is lost or final.</source>
   <translation>{keys} で直前の操作を取り消せます。何を試しても、失われることも取り返しがつかなくなることもありません。</translation>
  </message>
  <message>
   <source>This button takes the last step back. Nothing that you try is lost or final.</source>
   <translation>このボタンで直前の操作を取り消せます。何を試しても、失われることも取り返しがつかなくなることもありません。</translation>
  </message>
  <message>
   <source>Or name colours</source>
   <translation>色を言葉で選ぶ</translation>
  </message>
  <message>
   <source>Press a colour in this list: the hair, eyes or clothes take it by name.</source>
   <translation>一覧の色を押すと、髪や目や服がその色になります。</translation>
  </message>
  <message>
   <source>Turn the light</source>
   <translation>光を回す</translation>
  </message>
  <message>
   <source>Drag the sun around its ring. Shade and highlights follow it.</source>
   <translation>太陽を輪に沿ってドラッグします。影とハイライトがついてきます。</translation>
  </message>
  <message>
   <source>Look beneath</source>
   <translation>下を見てみる</translation>
  </message>
  <message>
   <source>Lines, colours and hints are layers. Press an eye to hide one. Your drawing itself is never changed.</source>
   <translation>線、色、ヒントはそれぞれレイヤーです。目のアイコンで隠せます。元の線画は決して変わりません。</translation>
  </message>
  <message>
   <source>Take it home</source>
   <translation>持ち帰る</translation>
  </message>
  <message>
   <source>This button writes a picture. The File menu writes PSD and OpenRaster with all layers for other programs. Then open a drawing of your own.</source>
   <translation>このボタンで画像を書き出します。ファイルメニューからは、他のソフト用に全レイヤーを PSD や OpenRaster で書き出せます。次は自分の線画を開いてみましょう。</translation>
  </message>
 </context>
 <context>
  <name>Workspaces</name>
  <message>
   <source>&amp;Workspace</source>
   <translation>ワークスペース(&amp;K)</translation>
  </message>
  <message>
   <source>&amp;Save the panels as…</source>
   <translation>パネル配置を保存(&amp;S)…</translation>
  </message>
  <message>
   <source>&amp;Reset the panels</source>
   <translation>パネルを元に戻す(&amp;R)</translation>
  </message>
  <message>
   <source>Workspace</source>
   <translation>ワークスペース</translation>
  </message>
  <message>
   <source>Name of the workspace</source>
   <translation>ワークスペースの名前</translation>
  </message>
 </context>
 <context>
  <name>WorkspacesPage</name>
  <message>
   <source>Workspaces</source>
   <translation>ワークスペース</translation>
  </message>
  <message>
   <source>A workspace is where the panels lie. Switch in the menu View.</source>
   <translation>ワークスペースはパネルの配置です。「表示」メニューで切り替えます。</translation>
  </message>
  <message>
   <source>Save the panels as…</source>
   <translation>パネル配置を保存…</translation>
  </message>
  <message>
   <source>Switch to it</source>
   <translation>切り替え</translation>
  </message>
  <message>
   <source>Rename…</source>
   <translation>名前を変更…</translation>
  </message>
  <message>
   <source>Forget</source>
   <translation>削除</translation>
  </message>
  <message>
   <source>Reset the panels</source>
   <translation>パネルを元に戻す</translation>
  </message>
  <message>
   <source>Name of the workspace</source>
   <translation>ワークスペースの名前</translation>
  </message>
  <message>
   <source>Workspace</source>
   <translation>ワークスペース</translation>
  </message>
 </context>
</TS>
