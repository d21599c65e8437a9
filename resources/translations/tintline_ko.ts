<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
 <context>
  <name>Actions</name>
  <message>
   <source>&amp;File</source>
   <translation>파일(&amp;F)</translation>
  </message>
  <message>
   <source>&amp;Edit</source>
   <translation>편집(&amp;E)</translation>
  </message>
  <message>
   <source>&amp;Select</source>
   <translation>선택(&amp;S)</translation>
  </message>
  <message>
   <source>&amp;Layer</source>
   <translation>레이어(&amp;L)</translation>
  </message>
  <message>
   <source>&amp;Tools</source>
   <translation>도구(&amp;T)</translation>
  </message>
  <message>
   <source>&amp;View</source>
   <translation>보기(&amp;V)</translation>
  </message>
  <message>
   <source>&amp;Colour</source>
   <translation>색(&amp;C)</translation>
  </message>
  <message>
   <source>&amp;Animation</source>
   <translation>애니메이션(&amp;A)</translation>
  </message>
  <message>
   <source>&amp;Help</source>
   <translation>도움말(&amp;H)</translation>
  </message>
  <message>
   <source>&amp;Open…</source>
   <translation>열기(&amp;O)…</translation>
  </message>
  <message>
   <source>Open with colour-&amp;trace lines…</source>
   <translation>색 트레이스선과 함께 열기(&amp;T)…</translation>
  </message>
  <message>
   <source>Open animation &amp;frames…</source>
   <translation>애니메이션 프레임 열기(&amp;F)…</translation>
  </message>
  <message>
   <source>&amp;Save project</source>
   <translation>프로젝트 저장(&amp;S)</translation>
  </message>
  <message>
   <source>Save project &amp;as…</source>
   <translation>다른 이름으로 프로젝트 저장(&amp;A)…</translation>
  </message>
  <message>
   <source>&amp;Export PNG…</source>
   <translation>PNG 내보내기(&amp;E)…</translation>
  </message>
  <message>
   <source>Export Open&amp;Raster…</source>
   <translation>OpenRaster 내보내기(&amp;R)…</translation>
  </message>
  <message>
   <source>Export &amp;PSD…</source>
   <translation>PSD 내보내기(&amp;P)…</translation>
  </message>
  <message>
   <source>Export paint for Open&amp;Toonz…</source>
   <translation>OpenToonz용 채색 내보내기(&amp;X)…</translation>
  </message>
  <message>
   <source>One &amp;layer a colour</source>
   <translation>색마다 레이어 하나(&amp;L)</translation>
  </message>
  <message>
   <source>&amp;Transparent layers</source>
   <translation>투명 레이어(&amp;N)</translation>
  </message>
  <message>
   <source>&amp;Quit</source>
   <translation>종료(&amp;Q)</translation>
  </message>
  <message>
   <source>&amp;Undo</source>
   <translation>실행 취소(&amp;U)</translation>
  </message>
  <message>
   <source>&amp;Redo</source>
   <translation>다시 실행(&amp;R)</translation>
  </message>
  <message>
   <source>Cu&amp;t</source>
   <translation>잘라내기(&amp;T)</translation>
  </message>
  <message>
   <source>&amp;Copy</source>
   <translation>복사(&amp;C)</translation>
  </message>
  <message>
   <source>&amp;Paste</source>
   <translation>붙여넣기(&amp;P)</translation>
  </message>
  <message>
   <source>Clear all &amp;hints</source>
   <translation>모든 힌트 지우기(&amp;H)</translation>
  </message>
  <message>
   <source>Clear all b&amp;arriers</source>
   <translation>모든 장벽 지우기(&amp;A)</translation>
  </message>
  <message>
   <source>Clear all &amp;joins of regions</source>
   <translation>모든 영역 연결 지우기(&amp;J)</translation>
  </message>
  <message>
   <source>Clear all painted &amp;light</source>
   <translation>칠한 빛 모두 지우기(&amp;L)</translation>
  </message>
  <message>
   <source>Clear all &amp;tags</source>
   <translation>모든 태그 지우기(&amp;E)</translation>
  </message>
  <message>
   <source>&amp;Import hints…</source>
   <translation>힌트 가져오기(&amp;I)…</translation>
  </message>
  <message>
   <source>Sa&amp;ve hints…</source>
   <translation>힌트 저장(&amp;V)…</translation>
  </message>
  <message>
   <source>Pre&amp;ferences…</source>
   <translation>환경설정(&amp;F)…</translation>
  </message>
  <message>
   <source>&amp;All</source>
   <translation>전체(&amp;A)</translation>
  </message>
  <message>
   <source>&amp;Nothing</source>
   <translation>선택 해제(&amp;N)</translation>
  </message>
  <message>
   <source>&amp;Invert</source>
   <translation>반전(&amp;I)</translation>
  </message>
  <message>
   <source>&amp;Delete what is painted there</source>
   <translation>그곳의 칠 삭제(&amp;D)</translation>
  </message>
  <message>
   <source>&amp;Add a paint layer</source>
   <translation>페인트 레이어 추가(&amp;A)</translation>
  </message>
  <message>
   <source>&amp;Rename…</source>
   <translation>이름 바꾸기(&amp;R)…</translation>
  </message>
  <message>
   <source>&amp;Group</source>
   <translation>그룹으로 묶기(&amp;G)</translation>
  </message>
  <message>
   <source>&amp;Ungroup</source>
   <translation>그룹 풀기(&amp;U)</translation>
  </message>
  <message>
   <source>&amp;Merge down</source>
   <translation>아래 레이어와 병합(&amp;M)</translation>
  </message>
  <message>
   <source>&amp;Delete layer</source>
   <translation>레이어 삭제(&amp;D)</translation>
  </message>
  <message>
   <source>&amp;Lock alpha</source>
   <translation>투명 픽셀 잠금(&amp;L)</translation>
  </message>
  <message>
   <source>&amp;Clip to regions</source>
   <translation>영역으로 클리핑(&amp;C)</translation>
  </message>
  <message>
   <source>&amp;Point hint</source>
   <translation>점 힌트(&amp;P)</translation>
  </message>
  <message>
   <source>&amp;Brush</source>
   <translation>브러시(&amp;B)</translation>
  </message>
  <message>
   <source>&amp;Fill region</source>
   <translation>영역 채우기(&amp;F)</translation>
  </message>
  <message>
   <source>Enc&amp;lose and fill</source>
   <translation>둘러싸고 칠하기(&amp;L)</translation>
  </message>
  <message>
   <source>Barrie&amp;r</source>
   <translation>장벽(&amp;R)</translation>
  </message>
  <message>
   <source>&amp;Join regions</source>
   <translation>영역 연결(&amp;J)</translation>
  </message>
  <message>
   <source>&amp;Shadow brush</source>
   <translation>그림자 브러시(&amp;S)</translation>
  </message>
  <message>
   <source>&amp;Eraser</source>
   <translation>지우개(&amp;E)</translation>
  </message>
  <message>
   <source>Se&amp;lect</source>
   <translation>선택(&amp;C)</translation>
  </message>
  <message>
   <source>Mo&amp;ve hint</source>
   <translation>힌트 이동(&amp;V)</translation>
  </message>
  <message>
   <source>Colour p&amp;icker</source>
   <translation>스포이트(&amp;I)</translation>
  </message>
  <message>
   <source>&amp;Hand</source>
   <translation>손바닥(&amp;H)</translation>
  </message>
  <message>
   <source>&amp;Keep regions as they are</source>
   <translation>영역을 그대로 유지(&amp;K)</translation>
  </message>
  <message>
   <source>Leave regions &amp;uncoloured</source>
   <translation>영역을 채색하지 않음(&amp;U)</translation>
  </message>
  <message>
   <source>&amp;Next region without a colour</source>
   <translation>다음 색 없는 영역(&amp;N)</translation>
  </message>
  <message>
   <source>&amp;Last region without a colour</source>
   <translation>이전 색 없는 영역(&amp;W)</translation>
  </message>
  <message>
   <source>Fill that regi&amp;on and go on</source>
   <translation>그 영역을 채우고 다음으로(&amp;O)</translation>
  </message>
  <message>
   <source>&amp;Larger brush</source>
   <translation>브러시 크게(&amp;A)</translation>
  </message>
  <message>
   <source>&amp;Smaller brush</source>
   <translation>브러시 작게(&amp;M)</translation>
  </message>
  <message>
   <source>Pressure changes si&amp;ze</source>
   <translation>필압으로 크기 변경(&amp;Z)</translation>
  </message>
  <message>
   <source>Zoom &amp;in</source>
   <translation>확대(&amp;I)</translation>
  </message>
  <message>
   <source>Zoom &amp;out</source>
   <translation>축소(&amp;O)</translation>
  </message>
  <message>
   <source>&amp;Fit to window</source>
   <translation>창에 맞추기(&amp;F)</translation>
  </message>
  <message>
   <source>&amp;100 %</source>
   <translation>100 %(&amp;1)</translation>
  </message>
  <message>
   <source>Rotate &amp;left</source>
   <translation>왼쪽으로 회전(&amp;L)</translation>
  </message>
  <message>
   <source>Rotate &amp;right</source>
   <translation>오른쪽으로 회전(&amp;R)</translation>
  </message>
  <message>
   <source>&amp;Upright</source>
   <translation>회전 초기화(&amp;U)</translation>
  </message>
  <message>
   <source>&amp;Mirror the view</source>
   <translation>보기 좌우 반전(&amp;M)</translation>
  </message>
  <message>
   <source>&amp;Canvas only</source>
   <translation>캔버스만(&amp;C)</translation>
  </message>
  <message>
   <source>F&amp;ull screen</source>
   <translation>전체 화면(&amp;S)</translation>
  </message>
  <message>
   <source>&amp;Before and after</source>
   <translation>채색 전과 후(&amp;B)</translation>
  </message>
  <message>
   <source>Take a &amp;snapshot</source>
   <translation>스냅숏 찍기(&amp;T)</translation>
  </message>
  <message>
   <source>Snapshots side &amp;by side</source>
   <translation>스냅숏 나란히 보기(&amp;N)</translation>
  </message>
  <message>
   <source>A snapshot of &amp;each generator</source>
   <translation>생성기마다 스냅숏(&amp;E)</translation>
  </message>
  <message>
   <source>Mini ma&amp;p</source>
   <translation>미니맵(&amp;P)</translation>
  </message>
  <message>
   <source>Pi&amp;xel grid</source>
   <translation>픽셀 격자(&amp;X)</translation>
  </message>
  <message>
   <source>Show &amp;hints</source>
   <translation>힌트 표시(&amp;H)</translation>
  </message>
  <message>
   <source>Show &amp;gaps in the lines</source>
   <translation>선의 틈 표시(&amp;G)</translation>
  </message>
  <message>
   <source>Show &amp;regions</source>
   <translation>영역 표시(&amp;W)</translation>
  </message>
  <message>
   <source>&amp;Play on the canvas</source>
   <translation>캔버스에서 재생(&amp;P)</translation>
  </message>
  <message>
   <source>Frame &amp;before</source>
   <translation>이전 프레임(&amp;B)</translation>
  </message>
  <message>
   <source>Frame &amp;after</source>
   <translation>다음 프레임(&amp;A)</translation>
  </message>
  <message>
   <source>&amp;Next doubtful region</source>
   <translation>다음 의심 영역(&amp;N)</translation>
  </message>
  <message>
   <source>&amp;Last doubtful region</source>
   <translation>이전 의심 영역(&amp;L)</translation>
  </message>
  <message>
   <source>Next colour &amp;pop</source>
   <translation>다음 색 튐(&amp;C)</translation>
  </message>
  <message>
   <source>&amp;Live colour</source>
   <translation>실시간 채색(&amp;L)</translation>
  </message>
  <message>
   <source>Colour &amp;now</source>
   <translation>지금 채색(&amp;N)</translation>
  </message>
  <message>
   <source>L&amp;ight</source>
   <translation>빛(&amp;I)</translation>
  </message>
  <message>
   <source>S&amp;wap both colours</source>
   <translation>두 색 바꾸기(&amp;W)</translation>
  </message>
  <message>
   <source>&amp;Add the brush's colour to the palette</source>
   <translation>브러시 색을 팔레트에 추가(&amp;A)</translation>
  </message>
  <message>
   <source>Next colour s&amp;et</source>
   <translation>다음 배색 세트(&amp;E)</translation>
  </message>
  <message>
   <source>&amp;Open palette…</source>
   <translation>팔레트 열기(&amp;O)…</translation>
  </message>
  <message>
   <source>&amp;Save palette…</source>
   <translation>팔레트 저장(&amp;S)…</translation>
  </message>
  <message>
   <source>&amp;Manual</source>
   <translation>설명서(&amp;M)</translation>
  </message>
  <message>
   <source>&amp;Tour of two minutes</source>
   <translation>2분 둘러보기(&amp;T)</translation>
  </message>
  <message>
   <source>&amp;Pen, mouse and keys</source>
   <translation>펜, 마우스, 키(&amp;P)</translation>
  </message>
  <message>
   <source>&amp;About Tintline</source>
   <translation>Tintline 정보(&amp;A)</translation>
  </message>
  <message>
   <source>&amp;Undo {step}</source>
   <translation>실행 취소(&amp;U): {step}</translation>
  </message>
  <message>
   <source>there is nothing to take back</source>
   <translation>취소할 작업이 없습니다</translation>
  </message>
  <message>
   <source>&amp;Redo {step}</source>
   <translation>다시 실행(&amp;R): {step}</translation>
  </message>
  <message>
   <source>there is nothing to do again</source>
   <translation>다시 실행할 작업이 없습니다</translation>
  </message>
  <message>
   <source>open a drawing first</source>
   <translation>먼저 그림을 여세요</translation>
  </message>
  <message>
   <source>there are no hints</source>
   <translation>힌트가 없습니다</translation>
  </message>
  <message>
   <source>there are no barriers</source>
   <translation>장벽이 없습니다</translation>
  </message>
  <message>
   <source>no regions are joined</source>
   <translation>연결된 영역이 없습니다</translation>
  </message>
  <message>
   <source>no shade or light is painted</source>
   <translation>칠한 그림자나 빛이 없습니다</translation>
  </message>
  <message>
   <source>there are no tags</source>
   <translation>태그가 없습니다</translation>
  </message>
  <message>
   <source>nothing is selected</source>
   <translation>선택한 것이 없습니다</translation>
  </message>
  <message>
   <source>choose a paint layer first</source>
   <translation>먼저 페인트 레이어를 선택하세요</translation>
  </message>
  <message>
   <source>the palette has no swatches</source>
   <translation>팔레트에 견본이 없습니다</translation>
  </message>
  <message>
   <source>choose a group first</source>
   <translation>먼저 그룹을 고르세요</translation>
  </message>
  <message>
   <source>no visible paint layer lies right below</source>
   <translation>바로 아래에 보이는 페인트 레이어가 없습니다</translation>
  </message>
 </context>
 <context>
  <name>Animation</name>
  <message>
   <source>Failed</source>
   <translation>실패</translation>
  </message>
  <message>
   <source>Not coloured yet</source>
   <translation>아직 채색 안 됨</translation>
  </message>
  <message>
   <source>Unfilled</source>
   <translation>안 채워짐</translation>
  </message>
  <message>
   <source>Left open</source>
   <translation>미정</translation>
  </message>
  <message>
   <source>Off palette</source>
   <translation>팔레트 밖</translation>
  </message>
  <message>
   <source>Flicker</source>
   <translation>깜박임</translation>
  </message>
  <message>
   <source>Colour pop</source>
   <translation>색 튐</translation>
  </message>
  <message>
   <source>Islands</source>
   <translation>색 섬</translation>
  </message>
  <message>
   <source>Low confidence</source>
   <translation>낮은 확신도</translation>
  </message>
  <message>
   <source>New regions</source>
   <translation>새 영역</translation>
  </message>
  <message>
   <source>Light not turned</source>
   <translation>빛이 따라 돌지 않음</translation>
  </message>
  <message>
   <source>No hints</source>
   <translation>힌트 없음</translation>
  </message>
  <message>
   <source>Hints not obeyed</source>
   <translation>힌트를 따르지 않음</translation>
  </message>
  <message>
   <source>Frames</source>
   <translation>프레임</translation>
  </message>
  <message>
   <source>the folder</source>
   <translation>폴더</translation>
  </message>
  <message>
   <source>Cuts</source>
   <translation>컷</translation>
  </message>
  <message>
   <source>{count} repeat an earlier drawing and are coloured once</source>
   <translation>{count}장은 앞 그림과 같아 한 번만 채색합니다</translation>
  </message>
  <message>
   <source>Held</source>
   <translation>정지</translation>
  </message>
  <message>
   <source>Gaps</source>
   <translation>빠진 번호</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>메모</translation>
  </message>
  <message>
   <source>Unreadable</source>
   <translation>읽을 수 없음</translation>
  </message>
  <message>
   <source>Results</source>
   <translation>결과</translation>
  </message>
  <message>
   <source>{count} of {cut} ({size}): give one of them hints</source>
   <translation>{cut} 중 {count}장 ({size}): 한 장에 힌트를 주세요</translation>
  </message>
  <message>
   <source>Key frames</source>
   <translation>키 프레임</translation>
  </message>
  <message>
   <source>{title} takes no hints; frames are coloured one by one</source>
   <translation>{title}은(는) 힌트를 쓰지 않습니다. 프레임을 하나씩 채색합니다</translation>
  </message>
  <message>
   <source>{frame} ({count} hints)</source>
   <translation>{frame} (힌트 {count}개)</translation>
  </message>
  <message>
   <source>the first frame, coloured by its tags</source>
   <translation>첫 프레임, 태그로 채색</translation>
  </message>
  <message>
   <source>none yet: double-click a frame and give it hints</source>
   <translation>아직 없음: 프레임을 두 번 클릭해 힌트를 주세요</translation>
  </message>
  <message>
   <source>Tags</source>
   <translation>태그</translation>
  </message>
  <message>
   <source>none</source>
   <translation>없음</translation>
  </message>
  <message>
   <source>{tags}; {title} takes no tags</source>
   <translation>{tags}. {title}은(는) 태그를 쓰지 않습니다</translation>
  </message>
  <message>
   <source>Palette</source>
   <translation>팔레트</translation>
  </message>
  <message>
   <source>{count} colours and no other</source>
   <translation>{count}색만</translation>
  </message>
  <message>
   <source>any colour</source>
   <translation>모든 색</translation>
  </message>
  <message>
   <source>any colour: the open drawing's lock to {count} does not hold here; lock the palette in a frame of the cut if it shall</source>
   <translation>모든 색: 열린 그림의 {count}색 잠금은 여기서 적용되지 않습니다. 적용하려면 컷의 프레임에서 팔레트를 잠그세요</translation>
  </message>
  <message>
   <source>from {angle}°, {style}</source>
   <translation>{angle}°에서, {style}</translation>
  </message>
  <message>
   <source>cel</source>
   <translation>셀</translation>
  </message>
  <message>
   <source>two tones</source>
   <translation>2단 그림자</translation>
  </message>
  <message>
   <source>soft</source>
   <translation>부드럽게</translation>
  </message>
  <message>
   <source>, turns with the figure</source>
   <translation>, 인물을 따라 회전</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>빛</translation>
  </message>
  <message>
   <source>(from the drawing that was open)</source>
   <translation>(열려 있던 그림에서)</translation>
  </message>
  <message>
   <source>(kept with the results)</source>
   <translation>(결과와 함께 보관)</translation>
  </message>
  <message>
   <source>Generator</source>
   <translation>생성기</translation>
  </message>
  <message>
   <source>{title} until this run is over, then {other}</source>
   <translation>이번 실행이 끝날 때까지 {title}, 이후 {other}</translation>
  </message>
  <message>
   <source>about {needed} needed</source>
   <translation>약 {needed} 필요</translation>
  </message>
  <message>
   <source>Disk</source>
   <translation>디스크</translation>
  </message>
  <message>
   <source>{free} free</source>
   <translation>{free} 남음</translation>
  </message>
  <message>
   <source>{hours} h {minutes:02d} min left</source>
   <translation>{hours}시간 {minutes:02d}분 남음</translation>
  </message>
  <message>
   <source>{minutes} min {seconds:02d} s left</source>
   <translation>{minutes}분 {seconds:02d}초 남음</translation>
  </message>
  <message>
   <source>{seconds} s left</source>
   <translation>{seconds}초 남음</translation>
  </message>
  <message>
   <source>Nothing to look at in {count} frames</source>
   <translation>{count}프레임 모두 확인할 것 없음</translation>
  </message>
  <message>
   <source>{count} of {total} frames want a look</source>
   <translation>{total}프레임 중 {count}개 확인 필요</translation>
  </message>
  <message>
   <source>flicker {value:.2f}</source>
   <translation>깜박임 {value:.2f}</translation>
  </message>
  <message>
   <source>Corrected by hand: 1 place in 1 frame</source>
   <translation>수작업 수정: 1프레임의 1곳</translation>
  </message>
  <message>
   <source>Corrected by hand: {places} places in 1 frame</source>
   <translation>수작업 수정: 1프레임의 {places}곳</translation>
  </message>
  <message>
   <source>Corrected by hand: {places} places in {frames} frames</source>
   <translation>수작업 수정: {frames}프레임의 {places}곳</translation>
  </message>
  <message>
   <source>place {number} of {count}</source>
   <translation>{count}곳 중 {number}</translation>
  </message>
  <message>
   <source>and {count} more</source>
   <translation>외 {count}개</translation>
  </message>
 </context>
 <context>
  <name>AnimationControl</name>
  <message>
   <source>Choose a folder of frames</source>
   <translation>프레임 폴더 선택</translation>
  </message>
  <message>
   <source>Stop the running batch before opening other frames.</source>
   <translation>다른 프레임을 열기 전에 실행 중인 일괄 작업을 멈추세요.</translation>
  </message>
  <message>
   <source>Choose where the coloured frames go</source>
   <translation>채색한 프레임을 저장할 곳 선택</translation>
  </message>
  <message>
   <source>Results cannot lie among the frames: choose another folder.</source>
   <translation>결과를 프레임과 같은 곳에 둘 수 없습니다. 다른 폴더를 선택하세요.</translation>
  </message>
  <message>
   <source>Looking through {name}…</source>
   <translation>{name} 살펴보는 중…</translation>
  </message>
  <message>
   <source>{folder}: holds no line drawings</source>
   <translation>{folder}: 선화가 없습니다</translation>
  </message>
  <message>
   <source>Looking through {name}… {count} frames</source>
   <translation>{name} 살펴보는 중… {count}프레임</translation>
  </message>
  <message>
   <source>Checking the folder of results…</source>
   <translation>결과 폴더 확인 중…</translation>
  </message>
 </context>
 <context>
  <name>Banner</name>
  <message>
   <source>Close</source>
   <translation>닫기</translation>
  </message>
 </context>
 <context>
  <name>BatchPanel</name>
  <message>
   <source>Plan</source>
   <translation>계획</translation>
  </message>
  <message>
   <source>Playback</source>
   <translation>재생</translation>
  </message>
  <message>
   <source>Report</source>
   <translation>보고서</translation>
  </message>
  <message>
   <source>Choose another folder of frames</source>
   <translation>다른 프레임 폴더 선택</translation>
  </message>
  <message>
   <source>Choose where the coloured frames go</source>
   <translation>채색한 프레임을 저장할 곳 선택</translation>
  </message>
  <message>
   <source>Colour all</source>
   <translation>모두 채색</translation>
  </message>
  <message>
   <source>Pause after this frame</source>
   <translation>이 프레임 후 일시 정지</translation>
  </message>
  <message>
   <source>Stop; what is done stays</source>
   <translation>중지, 끝난 것은 남습니다</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>열기</translation>
  </message>
  <message>
   <source>Open in the canvas to add hints (double-click or Enter)</source>
   <translation>캔버스에서 열어 힌트 추가 (두 번 클릭 또는 Enter)</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>계속</translation>
  </message>
  <message>
   <source>Retry {count}</source>
   <translation>{count}개 다시 시도</translation>
  </message>
  <message>
   <source>Read files that could not be read again, and colour what failed</source>
   <translation>읽지 못한 파일을 다시 읽고 실패한 것을 채색</translation>
  </message>
  <message>
   <source>Redo {count} frames</source>
   <translation>{count}프레임 다시 하기</translation>
  </message>
  <message>
   <source>Redo 1 frame</source>
   <translation>1프레임 다시 하기</translation>
  </message>
  <message>
   <source>{done} of {total}</source>
   <translation>{total} 중 {done}</translation>
  </message>
  <message>
   <source>paused</source>
   <translation>일시 정지됨</translation>
  </message>
  <message>
   <source>{count} failed</source>
   <translation>{count}개 실패</translation>
  </message>
  <message>
   <source>{total} frames done</source>
   <translation>{total}프레임 완료</translation>
  </message>
 </context>
 <context>
  <name>Blend</name>
  <message>
   <source>Normal</source>
   <translation>표준</translation>
  </message>
  <message>
   <source>Multiply</source>
   <translation>곱하기</translation>
  </message>
  <message>
   <source>Screen</source>
   <translation>스크린</translation>
  </message>
  <message>
   <source>Overlay</source>
   <translation>오버레이</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>더하기</translation>
  </message>
 </context>
 <context>
  <name>CanvasPlayback</name>
  <message>
   <source>Reading frames…</source>
   <translation>프레임 읽는 중…</translation>
  </message>
 </context>
 <context>
  <name>CanvasWidget</name>
  <message>
   <source>Canvas</source>
   <translation>캔버스</translation>
  </message>
  <message>
   <source>Drawing</source>
   <translation>그림</translation>
  </message>
 </context>
 <context>
  <name>Card</name>
  <message>
   <source>Done</source>
   <translation>완료</translation>
  </message>
  <message>
   <source>Leave</source>
   <translation>나가기</translation>
  </message>
  <message>
   <source>Leave the tour; the drawing stays open</source>
   <translation>둘러보기를 끝냅니다. 그림은 열린 채로 남습니다</translation>
  </message>
  <message>
   <source>Finish</source>
   <translation>마치기</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>다음</translation>
  </message>
  <message>
   <source>Tour, step {number} of {count}</source>
   <translation>둘러보기, {count}단계 중 {number}단계</translation>
  </message>
 </context>
 <context>
  <name>ClipboardControl</name>
  <message>
   <source>There is nothing to copy on {layer} in the selection.</source>
   <translation>선택 영역의 {layer}에 복사할 것이 없습니다.</translation>
  </message>
  <message>
   <source>Copied. Only paint and hints can be cut.</source>
   <translation>복사했습니다. 칠과 힌트만 잘라낼 수 있습니다.</translation>
  </message>
  <message>
   <source>The clipboard holds no picture and no hints.</source>
   <translation>클립보드에 그림도 힌트도 없습니다.</translation>
  </message>
  <message>
   <source>The clipboard holds more hints than can be read.</source>
   <translation>클립보드의 힌트가 너무 많아 읽을 수 없습니다.</translation>
  </message>
 </context>
 <context>
  <name>ColorFiles</name>
  <message>
   <source>Palettes ({endings});;All files (*)</source>
   <translation>팔레트 ({endings});;모든 파일 (*)</translation>
  </message>
  <message>
   <source>Palette {name}: {count} swatches</source>
   <translation>팔레트 {name}: 견본 {count}개</translation>
  </message>
  <message>
   <source>Palette {name}: {count} swatches in {sets} colour sets</source>
   <translation>팔레트 {name}: 배색 세트 {sets}개에 견본 {count}개</translation>
  </message>
  <message>
   <source>Palettes</source>
   <translation>팔레트</translation>
  </message>
  <message>
   <source>Hints ({endings});;All files (*)</source>
   <translation>힌트 ({endings});;모든 파일 (*)</translation>
  </message>
  <message>
   <source>{count} hints of {name}</source>
   <translation>{name}의 힌트 {count}개</translation>
  </message>
  <message>
   <source>{name}: {outside} of {count} hints lie outside of the drawing</source>
   <translation>{name}: 힌트 {count}개 중 {outside}개가 그림 밖에 있습니다</translation>
  </message>
  <message>
   <source>Hints</source>
   <translation>힌트</translation>
  </message>
  <message>
   <source>{path}: open a line drawing first</source>
   <translation>{path}: 먼저 선화를 여세요</translation>
  </message>
  <message>
   <source>Reading {name}…</source>
   <translation>{name} 읽는 중…</translation>
  </message>
  <message>
   <source>Saving {name}…</source>
   <translation>{name} 저장 중…</translation>
  </message>
 </context>
 <context>
  <name>ColorPage</name>
  <message>
   <source>Colour</source>
   <translation>색</translation>
  </message>
  <message>
   <source>Around the picture</source>
   <translation>그림 주위</translation>
  </message>
  <message>
   <source>As the theme</source>
   <translation>테마대로</translation>
  </message>
  <message>
   <source>Black</source>
   <translation>검정</translation>
  </message>
  <message>
   <source>Dark grey</source>
   <translation>어두운 회색</translation>
  </message>
  <message>
   <source>Middle grey</source>
   <translation>중간 회색</translation>
  </message>
  <message>
   <source>Light grey</source>
   <translation>밝은 회색</translation>
  </message>
  <message>
   <source>White</source>
   <translation>흰색</translation>
  </message>
  <message>
   <source>Forget them</source>
   <translation>지우기</translation>
  </message>
  <message>
   <source>Forget the colours painted with last</source>
   <translation>최근에 쓴 색 지우기</translation>
  </message>
  <message>
   <source>Colours painted with last</source>
   <translation>최근에 쓴 색</translation>
  </message>
  <message>
   <source>What lies beside a colour changes how it is seen, so it is neutral here.</source>
   <translation>색 옆에 있는 것이 색의 느낌을 바꾸므로 여기는 무채색입니다.</translation>
  </message>
 </context>
 <context>
  <name>ColorPanel</name>
  <message>
   <source>Colour as hexadecimal digits</source>
   <translation>16진수 색</translation>
  </message>
  <message>
   <source>Pick a colour from the picture</source>
   <translation>그림에서 색 뽑기</translation>
  </message>
  <message>
   <source>Pick a colour from the picture, or hold Alt</source>
   <translation>그림에서 색 뽑기, 또는 Alt 누르기</translation>
  </message>
  <message>
   <source>Numbers of the colour</source>
   <translation>색의 수치</translation>
  </message>
  <message>
   <source>Colour as #rrggbb</source>
   <translation>#rrggbb 형식의 색</translation>
  </message>
 </context>
 <context>
  <name>ColorWheel</name>
  <message>
   <source>Colour wheel</source>
   <translation>색상환</translation>
  </message>
  <message>
   <source>Arrows change saturation and value, Page Up and Page Down the hue</source>
   <translation>화살표는 채도와 명도, Page Up과 Page Down은 색상을 바꿉니다</translation>
  </message>
 </context>
 <context>
  <name>Conditions</name>
  <message>
   <source>Generator: {title}</source>
   <translation>생성기: {title}</translation>
  </message>
  <message>
   <source>1 tag</source>
   <translation>태그 1개</translation>
  </message>
  <message>
   <source>{count} tags</source>
   <translation>태그 {count}개</translation>
  </message>
  <message>
   <source>Tags: {names}</source>
   <translation>태그: {names}</translation>
  </message>
  <message>
   <source>locked to {count} colours</source>
   <translation>{count}색으로 잠김</translation>
  </message>
  <message>
   <source>Palette lock, no other colour: {colors}</source>
   <translation>팔레트 잠금, 다른 색 없음: {colors}</translation>
  </message>
  <message>
   <source>trace lines</source>
   <translation>트레이스선</translation>
  </message>
  <message>
   <source>Trace lines bound shade and highlights.</source>
   <translation>트레이스선이 그림자와 하이라이트의 경계가 됩니다.</translation>
  </message>
  <message>
   <source>live colour off</source>
   <translation>실시간 채색 꺼짐</translation>
  </message>
  <message>
   <source>Live colour is off: Colour now colours what has changed.</source>
   <translation>실시간 채색이 꺼져 있습니다. ‘지금 채색’이 바뀐 것을 채색합니다.</translation>
  </message>
 </context>
 <context>
  <name>CurveEdit</name>
  <message>
   <source>Pressure curve</source>
   <translation>필압 곡선</translation>
  </message>
  <message>
   <source>Page Up and Page Down choose a point, arrows move it, Delete takes it away</source>
   <translation>Page Up과 Page Down으로 점 선택, 화살표로 이동, Delete로 삭제</translation>
  </message>
 </context>
 <context>
  <name>CutReports</name>
  <message>
   <source>The report follows when all frames are done.</source>
   <translation>모든 프레임이 끝나면 보고서가 나옵니다.</translation>
  </message>
  <message>
   <source>Writing the report…</source>
   <translation>보고서 작성 중…</translation>
  </message>
 </context>
 <context>
  <name>Devices</name>
  <message>
   <source>the CPU was asked for</source>
   <translation>CPU가 지정되었습니다</translation>
  </message>
  <message>
   <source>an NVIDIA GPU was found</source>
   <translation>NVIDIA GPU를 찾았습니다</translation>
  </message>
  <message>
   <source>the watershed fill needs no other device</source>
   <translation>채우기에는 다른 장치가 필요 없습니다</translation>
  </message>
 </context>
 <context>
  <name>Dialogs</name>
  <message>
   <source>Unsaved changes</source>
   <translation>저장하지 않은 변경</translation>
  </message>
  <message>
   <source>Save the changes to {name}?</source>
   <translation>{name}의 변경을 저장할까요?</translation>
  </message>
  <message>
   <source>Hints, tags and layers are lost if they are not saved.</source>
   <translation>저장하지 않으면 힌트, 태그, 레이어를 잃습니다.</translation>
  </message>
  <message>
   <source>Unsaved work</source>
   <translation>저장하지 않은 작업</translation>
  </message>
  <message>
   <source>Restore the unsaved work on {name}?</source>
   <translation>{name}의 저장하지 않은 작업을 복원할까요?</translation>
  </message>
  <message>
   <source>Tintline did not end properly; this was kept on {when}.</source>
   <translation>Tintline이 제대로 끝나지 않았습니다. {when}에 보관한 작업입니다.</translation>
  </message>
  <message>
   <source>Restore</source>
   <translation>복원</translation>
  </message>
  <message>
   <source>Discard</source>
   <translation>버리기</translation>
  </message>
  <message>
   <source>Decide later</source>
   <translation>나중에 결정</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>열기</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>저장</translation>
  </message>
  <message>
   <source>Replace file</source>
   <translation>파일 바꾸기</translation>
  </message>
  <message>
   <source>{name} exists already. Replace it?</source>
   <translation>{name}이(가) 이미 있습니다. 바꿀까요?</translation>
  </message>
  <message>
   <source>Replace</source>
   <translation>바꾸기</translation>
  </message>
 </context>
 <context>
  <name>Divider</name>
  <message>
   <source>Divider between before and after</source>
   <translation>전과 후의 경계</translation>
  </message>
  <message>
   <source>Left and right arrows move it</source>
   <translation>왼쪽, 오른쪽 화살표로 이동</translation>
  </message>
 </context>
 <context>
  <name>DoubtWalk</name>
  <message>
   <source>Nothing doubtful: the report lists no place.</source>
   <translation>의심스러운 곳 없음: 보고서에 나온 곳이 없습니다.</translation>
  </message>
  <message>
   <source>No colour pops: the report of the finished cut lists none.</source>
   <translation>색 튐 없음: 완성된 컷의 보고서에 없습니다.</translation>
  </message>
  <message>
   <source>{number} of {count} · {frame} · {kind}</source>
   <translation>{count} 중 {number} · {frame} · {kind}</translation>
  </message>
 </context>
 <context>
  <name>Easel</name>
  <message>
   <source>Choose a paint layer, or add one.</source>
   <translation>페인트 레이어를 선택하거나 추가하세요.</translation>
  </message>
  <message>
   <source>{layer} is hidden: show it to paint on it.</source>
   <translation>{layer}이(가) 숨겨져 있습니다. 칠하려면 표시하세요.</translation>
  </message>
 </context>
 <context>
  <name>Edits</name>
  <message>
   <source>Dropped colour</source>
   <translation>떨어뜨린 색</translation>
  </message>
  <message>
   <source>Fill</source>
   <translation>채우기</translation>
  </message>
  <message>
   <source>Erase paint</source>
   <translation>칠 지우기</translation>
  </message>
  <message>
   <source>Paint</source>
   <translation>칠하기</translation>
  </message>
  <message>
   <source>background</source>
   <translation>배경</translation>
  </message>
  <message>
   <source>hair</source>
   <translation>머리카락</translation>
  </message>
  <message>
   <source>eyes</source>
   <translation>눈</translation>
  </message>
  <message>
   <source>skin</source>
   <translation>피부</translation>
  </message>
  <message>
   <source>mouth</source>
   <translation>입</translation>
  </message>
  <message>
   <source>brows</source>
   <translation>눈썹</translation>
  </message>
  <message>
   <source>top</source>
   <translation>상의</translation>
  </message>
  <message>
   <source>skirt or trousers</source>
   <translation>치마나 바지</translation>
  </message>
  <message>
   <source>dress</source>
   <translation>원피스</translation>
  </message>
  <message>
   <source>legwear</source>
   <translation>양말류</translation>
  </message>
  <message>
   <source>footwear</source>
   <translation>신발</translation>
  </message>
  <message>
   <source>hat</source>
   <translation>모자</translation>
  </message>
  <message>
   <source>glasses</source>
   <translation>안경</translation>
  </message>
  <message>
   <source>ornament</source>
   <translation>장식</translation>
  </message>
  <message>
   <source>Replace colour</source>
   <translation>색 바꾸기</translation>
  </message>
  <message>
   <source>Recolour {part}</source>
   <translation>다시 채색: {part}</translation>
  </message>
  <message>
   <source>dark</source>
   <translation>어두움</translation>
  </message>
  <message>
   <source>light</source>
   <translation>밝음</translation>
  </message>
  <message>
   <source>alpha</source>
   <translation>투명도</translation>
  </message>
  <message>
   <source>Add hint</source>
   <translation>힌트 추가</translation>
  </message>
  <message>
   <source>Erase hints</source>
   <translation>힌트 지우기</translation>
  </message>
  <message>
   <source>Move hint</source>
   <translation>힌트 이동</translation>
  </message>
  <message>
   <source>Clear hints</source>
   <translation>힌트 비우기</translation>
  </message>
  <message>
   <source>Import hints</source>
   <translation>힌트 가져오기</translation>
  </message>
  <message>
   <source>Tag {tag}</source>
   <translation>태그 {tag}</translation>
  </message>
  <message>
   <source>Set tags</source>
   <translation>태그 설정</translation>
  </message>
  <message>
   <source>Show layer</source>
   <translation>레이어 표시</translation>
  </message>
  <message>
   <source>Hide layer</source>
   <translation>레이어 숨기기</translation>
  </message>
  <message>
   <source>Opacity of layer</source>
   <translation>레이어 불투명도</translation>
  </message>
  <message>
   <source>Change palette</source>
   <translation>팔레트 변경</translation>
  </message>
  <message>
   <source>Change generator</source>
   <translation>생성기 변경</translation>
  </message>
  <message>
   <source>Tidy as usual</source>
   <translation>정리: 보통</translation>
  </message>
  <message>
   <source>Tidy {share}</source>
   <translation>정리 {share}</translation>
  </message>
  <message>
   <source>Variant {number}</source>
   <translation>변형 {number}</translation>
  </message>
  <message>
   <source>find out</source>
   <translation>자동 판별</translation>
  </message>
  <message>
   <source>Lines: {kind}, paper off</source>
   <translation>선: {kind}, 종이 제거</translation>
  </message>
  <message>
   <source>Lines: {kind}</source>
   <translation>선: {kind}</translation>
  </message>
  <message>
   <source>Lines as drawn</source>
   <translation>선을 그린 그대로</translation>
  </message>
  <message>
   <source>Lines by the colours beside</source>
   <translation>선을 옆 색의 톤으로</translation>
  </message>
  <message>
   <source>Lines {color}</source>
   <translation>선 {color}</translation>
  </message>
  <message>
   <source>Return to {name}</source>
   <translation>{name}(으)로 돌아가기</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>열기</translation>
  </message>
  <message>
   <source>Change light</source>
   <translation>빛 변경</translation>
  </message>
  <message>
   <source>Paint light</source>
   <translation>빛 칠하기</translation>
  </message>
  <message>
   <source>painted light</source>
   <translation>칠한 빛</translation>
  </message>
  <message>
   <source>barriers</source>
   <translation>장벽</translation>
  </message>
  <message>
   <source>joins</source>
   <translation>연결</translation>
  </message>
  <message>
   <source>Erase {marks}</source>
   <translation>{marks} 지우기</translation>
  </message>
  <message>
   <source>Clear {marks}</source>
   <translation>{marks} 비우기</translation>
  </message>
  <message>
   <source>normal</source>
   <translation>표준</translation>
  </message>
  <message>
   <source>multiply</source>
   <translation>곱하기</translation>
  </message>
  <message>
   <source>screen</source>
   <translation>스크린</translation>
  </message>
  <message>
   <source>overlay</source>
   <translation>오버레이</translation>
  </message>
  <message>
   <source>add</source>
   <translation>더하기</translation>
  </message>
  <message>
   <source>Add layer {layer}</source>
   <translation>레이어 {layer} 추가</translation>
  </message>
  <message>
   <source>Delete layer {layer}</source>
   <translation>레이어 {layer} 삭제</translation>
  </message>
  <message>
   <source>Rename layer to {layer}</source>
   <translation>레이어 이름을 {layer}(으)로</translation>
  </message>
  <message>
   <source>Blend by {mode}</source>
   <translation>합성 모드: {mode}</translation>
  </message>
  <message>
   <source>Lock alpha</source>
   <translation>투명 픽셀 잠금</translation>
  </message>
  <message>
   <source>Unlock alpha</source>
   <translation>투명 픽셀 잠금 해제</translation>
  </message>
  <message>
   <source>Clip to regions</source>
   <translation>영역으로 클리핑</translation>
  </message>
  <message>
   <source>Paint across regions</source>
   <translation>영역을 넘어 칠하기</translation>
  </message>
  <message>
   <source>Merge down</source>
   <translation>아래 레이어와 병합</translation>
  </message>
  <message>
   <source>Group layers</source>
   <translation>레이어 묶기</translation>
  </message>
  <message>
   <source>Ungroup layers</source>
   <translation>레이어 묶음 풀기</translation>
  </message>
  <message>
   <source>Merge group</source>
   <translation>그룹 병합</translation>
  </message>
  <message>
   <source>Move layer</source>
   <translation>레이어 이동</translation>
  </message>
  <message>
   <source>Take colours from {name}</source>
   <translation>{name}에서 색 가져오기</translation>
  </message>
  <message>
   <source>Take colours from {count} drawings</source>
   <translation>그림 {count}장에서 색 가져오기</translation>
  </message>
  <message>
   <source>Remove reference</source>
   <translation>참조 제거</translation>
  </message>
  <message>
   <source>Pair places</source>
   <translation>위치 짝짓기</translation>
  </message>
  <message>
   <source>Clear pairs</source>
   <translation>짝 지우기</translation>
  </message>
  <message>
   <source>Barrier</source>
   <translation>장벽</translation>
  </message>
  <message>
   <source>Join regions</source>
   <translation>영역 연결</translation>
  </message>
  <message>
   <source>Close gap</source>
   <translation>틈 닫기</translation>
  </message>
  <message>
   <source>Leave gap open</source>
   <translation>틈 열어 두기</translation>
  </message>
  <message>
   <source>Smallest region usual</source>
   <translation>최소 영역: 보통</translation>
  </message>
  <message>
   <source>Smallest region {size} px</source>
   <translation>최소 영역 {size} px</translation>
  </message>
  <message>
   <source>Close usual gaps</source>
   <translation>보통 틈 닫기</translation>
  </message>
  <message>
   <source>Close gaps up to {size} px</source>
   <translation>{size} px까지 틈 닫기</translation>
  </message>
  <message>
   <source>Select</source>
   <translation>선택</translation>
  </message>
  <message>
   <source>Delete paint</source>
   <translation>칠 삭제</translation>
  </message>
  <message>
   <source>Cel shade</source>
   <translation>셀 그림자</translation>
  </message>
  <message>
   <source>Two-tone shade</source>
   <translation>2단 그림자</translation>
  </message>
  <message>
   <source>Soft shade</source>
   <translation>부드러운 그림자</translation>
  </message>
  <message>
   <source>Light follows the camera</source>
   <translation>빛이 카메라를 따름</translation>
  </message>
  <message>
   <source>Light follows the figure</source>
   <translation>빛이 인물을 따름</translation>
  </message>
  <message>
   <source>Light of day</source>
   <translation>낮의 빛</translation>
  </message>
  <message>
   <source>Light of dusk</source>
   <translation>해질녘 빛</translation>
  </message>
  <message>
   <source>Light of lamp</source>
   <translation>등불 빛</translation>
  </message>
  <message>
   <source>Light of rim</source>
   <translation>역광</translation>
  </message>
  <message>
   <source>Paint shade</source>
   <translation>그림자 칠하기</translation>
  </message>
  <message>
   <source>Take shade away</source>
   <translation>그림자 없애기</translation>
  </message>
  <message>
   <source>Erase 1 stroke of light</source>
   <translation>빛 획 1개 지우기</translation>
  </message>
  <message>
   <source>Erase {count} strokes of light</source>
   <translation>빛 획 {count}개 지우기</translation>
  </message>
  <message>
   <source>Erase 1 barrier</source>
   <translation>장벽 1개 지우기</translation>
  </message>
  <message>
   <source>Erase {count} barriers</source>
   <translation>장벽 {count}개 지우기</translation>
  </message>
  <message>
   <source>Erase 1 join</source>
   <translation>연결 1개 지우기</translation>
  </message>
  <message>
   <source>Erase {count} joins</source>
   <translation>연결 {count}개 지우기</translation>
  </message>
  <message>
   <source>Clear 1 stroke of light</source>
   <translation>빛 획 1개 비우기</translation>
  </message>
  <message>
   <source>Clear {count} strokes of light</source>
   <translation>빛 획 {count}개 비우기</translation>
  </message>
  <message>
   <source>Clear 1 barrier</source>
   <translation>장벽 1개 비우기</translation>
  </message>
  <message>
   <source>Clear {count} barriers</source>
   <translation>장벽 {count}개 비우기</translation>
  </message>
  <message>
   <source>Clear 1 join</source>
   <translation>연결 1개 비우기</translation>
  </message>
  <message>
   <source>Clear {count} joins</source>
   <translation>연결 {count}개 비우기</translation>
  </message>
  <message>
   <source>Lock palette to 1 colour</source>
   <translation>팔레트를 1색으로 잠금</translation>
  </message>
  <message>
   <source>Lock palette to {count} colours</source>
   <translation>팔레트를 {count}색으로 잠금</translation>
  </message>
  <message>
   <source>Change palette, locked to 1 colour</source>
   <translation>팔레트 변경, 1색으로 잠금</translation>
  </message>
  <message>
   <source>Change palette, locked to {count} colours</source>
   <translation>팔레트 변경, {count}색으로 잠금</translation>
  </message>
  <message>
   <source>colour layer</source>
   <translation>색 레이어</translation>
  </message>
  <message>
   <source>flats</source>
   <translation>밑색</translation>
  </message>
  <message>
   <source>shade</source>
   <translation>그림자</translation>
  </message>
  <message>
   <source>highlight</source>
   <translation>하이라이트</translation>
  </message>
  <message>
   <source>line art</source>
   <translation>선화</translation>
  </message>
  <message>
   <source>hints</source>
   <translation>힌트</translation>
  </message>
  <message>
   <source>Swatch {name} to {color}</source>
   <translation>견본 {name}: {color}</translation>
  </message>
  <message>
   <source>Replace {old} by {new}</source>
   <translation>{old} → {new} 바꾸기</translation>
  </message>
  <message>
   <source>Import 1 hint</source>
   <translation>힌트 1개 가져오기</translation>
  </message>
  <message>
   <source>Import {count} hints</source>
   <translation>힌트 {count}개 가져오기</translation>
  </message>
  <message>
   <source>Drop tag {tag}</source>
   <translation>태그 {tag} 제거</translation>
  </message>
  <message>
   <source>Show {layer}</source>
   <translation>{layer} 표시</translation>
  </message>
  <message>
   <source>Hide {layer}</source>
   <translation>{layer} 숨기기</translation>
  </message>
  <message>
   <source>Opacity of {layer}</source>
   <translation>{layer} 불투명도</translation>
  </message>
  <message>
   <source>Move {layer}</source>
   <translation>{layer} 이동</translation>
  </message>
  <message>
   <source>Set tags {tags}</source>
   <translation>태그 설정 {tags}</translation>
  </message>
  <message>
   <source>Clear tags</source>
   <translation>태그 지우기</translation>
  </message>
  <message>
   <source>Generator {name}</source>
   <translation>생성기 {name}</translation>
  </message>
  <message>
   <source>Best generator</source>
   <translation>가장 좋은 생성기</translation>
  </message>
  <message>
   <source>Point</source>
   <translation>점</translation>
  </message>
  <message>
   <source>Brush</source>
   <translation>브러시</translation>
  </message>
  <message>
   <source>Area</source>
   <translation>면</translation>
  </message>
  <message>
   <source>layer</source>
   <translation>레이어</translation>
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
   <translation>영역을 채색하지 않음</translation>
  </message>
  <message>
   <source>Leave regions uncoloured</source>
   <translation>여러 영역을 채색하지 않음</translation>
  </message>
  <message>
   <source>Keep region as it is</source>
   <translation>영역을 그대로 유지</translation>
  </message>
  <message>
   <source>Keep regions as they are</source>
   <translation>여러 영역을 그대로 유지</translation>
  </message>
  <message>
   <source>Fill {count} regions</source>
   <translation>영역 {count}개 채우기</translation>
  </message>
  <message>
   <source>Erase hint</source>
   <translation>힌트 지우기</translation>
  </message>
  <message>
   <source>Erase {count} hints</source>
   <translation>힌트 {count}개 지우기</translation>
  </message>
  <message>
   <source>Clear {count} hints</source>
   <translation>힌트 {count}개 비우기</translation>
  </message>
  <message>
   <source>Unlock palette</source>
   <translation>팔레트 잠금 해제</translation>
  </message>
  <message>
   <source>Add {color} to palette</source>
   <translation>{color} 팔레트에 추가</translation>
  </message>
  <message>
   <source>Take {color} out of palette</source>
   <translation>{color} 팔레트에서 빼기</translation>
  </message>
  <message>
   <source>Light off</source>
   <translation>빛 끄기</translation>
  </message>
  <message>
   <source>Light on</source>
   <translation>빛 켜기</translation>
  </message>
  <message>
   <source>Light from {angle}°</source>
   <translation>{angle}°에서 오는 빛</translation>
  </message>
  <message>
   <source>Shade {share}</source>
   <translation>그림자 {share}</translation>
  </message>
  <message>
   <source>Highlights {share}</source>
   <translation>하이라이트 {share}</translation>
  </message>
  <message>
   <source>Tint of shade {color}</source>
   <translation>그림자 색조 {color}</translation>
  </message>
  <message>
   <source>Tint of highlights {color}</source>
   <translation>하이라이트 색조 {color}</translation>
  </message>
  <message>
   <source>derived</source>
   <translation>자동</translation>
  </message>
  <message>
   <source>Swatch {color}</source>
   <translation>견본 {color}</translation>
  </message>
  <message>
   <source>Tones of a swatch</source>
   <translation>견본의 색조</translation>
  </message>
  <message>
   <source>Merge swatches</source>
   <translation>견본 병합</translation>
  </message>
  <message>
   <source>Add swatches</source>
   <translation>견본 추가</translation>
  </message>
  <message>
   <source>Colour set {name}</source>
   <translation>배색 세트 {name}</translation>
  </message>
  <message>
   <source>Add colour set {name}</source>
   <translation>배색 세트 {name} 추가</translation>
  </message>
  <message>
   <source>Name colour set {name}</source>
   <translation>배색 세트 이름을 {name}(으)로</translation>
  </message>
  <message>
   <source>Remove colour set {name}</source>
   <translation>배색 세트 {name} 제거</translation>
  </message>
  <message>
   <source>Cut hints</source>
   <translation>힌트 잘라내기</translation>
  </message>
  <message>
   <source>Cut paint</source>
   <translation>칠 잘라내기</translation>
  </message>
  <message>
   <source>Paste hints</source>
   <translation>힌트 붙여넣기</translation>
  </message>
  <message>
   <source>Select all</source>
   <translation>전체 선택</translation>
  </message>
  <message>
   <source>Select nothing</source>
   <translation>선택 해제</translation>
  </message>
  <message>
   <source>Invert selection</source>
   <translation>선택 반전</translation>
  </message>
 </context>
 <context>
  <name>EmptyPage</name>
  <message>
   <source>Colour a whole cut as one</source>
   <translation>컷 전체를 한 번에 채색</translation>
  </message>
  <message>
   <source>Choose a folder of line drawings, or drop one here.
Give one frame its colours; they are carried to the others.</source>
   <translation>선화 폴더를 선택하거나 여기에 놓으세요.
한 프레임에 색을 주면 다른 프레임에 전해집니다.</translation>
  </message>
  <message>
   <source>Choose frames…</source>
   <translation>프레임 선택…</translation>
  </message>
 </context>
 <context>
  <name>FileActions</name>
  <message>
   <source>No red, blue or green trace lines were found in it.</source>
   <translation>빨강, 파랑, 초록 색 트레이스선을 찾지 못했습니다.</translation>
  </message>
  <message>
   <source>Drawings and projects ({endings})</source>
   <translation>그림과 프로젝트 ({endings})</translation>
  </message>
  <message>
   <source>All files (*)</source>
   <translation>모든 파일 (*)</translation>
  </message>
  <message>
   <source>Restored {name}</source>
   <translation>{name} 복원됨</translation>
  </message>
  <message>
   <source>Restoring {name}…</source>
   <translation>{name} 복원 중…</translation>
  </message>
  <message>
   <source>Opening {name}…</source>
   <translation>{name} 여는 중…</translation>
  </message>
  <message>
   <source>Opened {name}, {size}</source>
   <translation>{name} 열림, {size}</translation>
  </message>
  <message>
   <source>Tags that are unknown here have no effect: {names}.</source>
   <translation>여기서 알 수 없는 태그는 효과가 없습니다: {names}.</translation>
  </message>
  <message>
   <source>Tintline project</source>
   <translation>Tintline 프로젝트</translation>
  </message>
  <message>
   <source>Saving {name}…</source>
   <translation>{name} 저장 중…</translation>
  </message>
  <message>
   <source>PNG picture</source>
   <translation>PNG 그림</translation>
  </message>
  <message>
   <source>OpenRaster picture</source>
   <translation>OpenRaster 그림</translation>
  </message>
  <message>
   <source>Photoshop picture</source>
   <translation>Photoshop 그림</translation>
  </message>
  <message>
   <source>Paint for OpenToonz</source>
   <translation>OpenToonz용 채색</translation>
  </message>
  <message>
   <source>Exporting {name}…</source>
   <translation>{name} 내보내는 중…</translation>
  </message>
  <message>
   <source>one layer a colour</source>
   <translation>색마다 레이어 하나</translation>
  </message>
  <message>
   <source>transparent layers</source>
   <translation>투명 레이어</translation>
  </message>
 </context>
 <context>
  <name>FileDrops</name>
  <message>
   <source>One drawing at a time: opening {name}.</source>
   <translation>한 번에 그림 하나: {name} 여는 중.</translation>
  </message>
 </context>
 <context>
  <name>FileWork</name>
  <message>
   <source>{path}: was read for this document; choose another name</source>
   <translation>{path}: 이 문서가 읽은 파일입니다. 다른 이름을 선택하세요</translation>
  </message>
  <message>
   <source>Saved {path}</source>
   <translation>{path} 저장됨</translation>
  </message>
 </context>
 <context>
  <name>FillBar</name>
  <message>
   <source>Colour</source>
   <translation>색</translation>
  </message>
  <message>
   <source>Give regions the brush's colour (F)</source>
   <translation>영역에 브러시 색 주기 (F)</translation>
  </message>
  <message>
   <source>Keep as it is</source>
   <translation>그대로 유지</translation>
  </message>
  <message>
   <source>Keep what regions show now, whatever later hints say (K)</source>
   <translation>이후 힌트와 상관없이 지금 영역의 색을 유지 (K)</translation>
  </message>
  <message>
   <source>No colour</source>
   <translation>색 없음</translation>
  </message>
  <message>
   <source>Leave regions uncoloured and transparent (U)</source>
   <translation>영역을 채색하지 않고 투명하게 둠 (U)</translation>
  </message>
  <message>
   <source>Only leftovers</source>
   <translation>남은 것만</translation>
  </message>
  <message>
   <source>Pass over regions that have a colour</source>
   <translation>색이 있는 영역은 건너뜀</translation>
  </message>
  <message>
   <source>Next without colour</source>
   <translation>다음 색 없는 곳</translation>
  </message>
  <message>
   <source>Go to the next region without a colour (N)</source>
   <translation>다음 색 없는 영역으로 (N)</translation>
  </message>
 </context>
 <context>
  <name>Filmstrip</name>
  <message>
   <source>Frames</source>
   <translation>프레임</translation>
  </message>
 </context>
 <context>
  <name>FrameCanvas</name>
  <message>
   <source>Opening {name}…</source>
   <translation>{name} 여는 중…</translation>
  </message>
  <message>
   <source>Reading frames…</source>
   <translation>프레임 읽는 중…</translation>
  </message>
 </context>
 <context>
  <name>FrameDelegate</name>
  <message>
   <source>failed</source>
   <translation>실패</translation>
  </message>
  <message>
   <source>redo</source>
   <translation>다시</translation>
  </message>
  <message>
   <source>running</source>
   <translation>실행 중</translation>
  </message>
  <message>
   <source>held</source>
   <translation>정지</translation>
  </message>
 </context>
 <context>
  <name>FrameListModel</name>
  <message>
   <source>waiting</source>
   <translation>대기 중</translation>
  </message>
  <message>
   <source>is being coloured</source>
   <translation>채색 중</translation>
  </message>
  <message>
   <source>done</source>
   <translation>완료</translation>
  </message>
  <message>
   <source>was done before</source>
   <translation>이전에 완료됨</translation>
  </message>
  <message>
   <source>to be coloured again</source>
   <translation>다시 채색 예정</translation>
  </message>
  <message>
   <source>failed</source>
   <translation>실패</translation>
  </message>
  <message>
   <source>confidence {share}</source>
   <translation>확신도 {share}</translation>
  </message>
  <message>
   <source>key frame with hints of its own</source>
   <translation>자체 힌트가 있는 키 프레임</translation>
  </message>
  <message>
   <source>held: the same drawing as an earlier frame</source>
   <translation>정지: 앞 프레임과 같은 그림</translation>
  </message>
  <message>
   <source>1 place corrected by hand</source>
   <translation>1곳을 손으로 수정</translation>
  </message>
  <message>
   <source>{count} places corrected by hand</source>
   <translation>{count}곳을 손으로 수정</translation>
  </message>
 </context>
 <context>
  <name>FramePictures</name>
  <message>
   <source>Reading frames…</source>
   <translation>프레임 읽는 중…</translation>
  </message>
 </context>
 <context>
  <name>FrameRuler</name>
  <message>
   <source>All frames</source>
   <translation>모든 프레임</translation>
  </message>
 </context>
 <context>
  <name>GapBar</name>
  <message>
   <source>Close gaps up to</source>
   <translation>틈 닫기 한도</translation>
  </message>
  <message>
   <source>Widest gap that is closed, in pixels</source>
   <translation>닫을 틈의 최대 폭 (픽셀)</translation>
  </message>
  <message>
   <source>Smallest region</source>
   <translation>최소 영역</translation>
  </message>
  <message>
   <source>Side of the smallest region, in pixels</source>
   <translation>최소 영역의 한 변 (픽셀)</translation>
  </message>
 </context>
 <context>
  <name>GeneralPage</name>
  <message>
   <source>General</source>
   <translation>일반</translation>
  </message>
  <message>
   <source>Theme</source>
   <translation>테마</translation>
  </message>
  <message>
   <source>As the system</source>
   <translation>시스템대로</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>어둡게</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>밝게</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>언어</translation>
  </message>
  <message>
   <source> s</source>
   <translation> 초</translation>
  </message>
  <message>
   <source>Seconds until unsaved work is copied</source>
   <translation>저장하지 않은 작업을 복사하기까지의 초</translation>
  </message>
  <message>
   <source>Steps that can be taken back</source>
   <translation>취소할 수 있는 단계</translation>
  </message>
  <message>
   <source>begin with a light</source>
   <translation>빛과 함께 시작</translation>
  </message>
  <message>
   <source>Language, from the next start</source>
   <translation>언어 (다음 시작부터)</translation>
  </message>
  <message>
   <source>Copy unsaved work after</source>
   <translation>저장하지 않은 작업 복사</translation>
  </message>
  <message>
   <source>Steps for undo</source>
   <translation>실행 취소 단계</translation>
  </message>
  <message>
   <source>New drawings</source>
   <translation>새 그림</translation>
  </message>
  <message>
   <source>While you paint</source>
   <translation>칠하는 동안</translation>
  </message>
  <message>
   <source>Layered files</source>
   <translation>레이어 파일</translation>
  </message>
  <message>
   <source>The copy of unsaved work is offered at the next start if this one ends badly.</source>
   <translation>비정상 종료되면 다음 시작 때 저장하지 않은 작업의 복사본을 제안합니다.</translation>
  </message>
 </context>
 <context>
  <name>GeneratorControl</name>
  <message>
   <source>Until then hints alone fill the picture.</source>
   <translation>그때까지 힌트만으로 그림을 채웁니다.</translation>
  </message>
  <message>
   <source>{title} takes no tags. Choose another generator to use them.</source>
   <translation>{title}은(는) 태그를 쓰지 않습니다. 쓰려면 다른 생성기를 선택하세요.</translation>
  </message>
  <message>
   <source>{title} takes no hints. Choose another generator to use them.</source>
   <translation>{title}은(는) 힌트를 쓰지 않습니다. 쓰려면 다른 생성기를 선택하세요.</translation>
  </message>
 </context>
 <context>
  <name>GeneratorList</name>
  <message>
   <source>Licence of the weights: {licence}</source>
   <translation>가중치 라이선스: {licence}</translation>
  </message>
 </context>
 <context>
  <name>GeneratorPanel</name>
  <message>
   <source>Generators</source>
   <translation>생성기</translation>
  </message>
  <message>
   <source>Live colour</source>
   <translation>실시간 채색</translation>
  </message>
  <message>
   <source>Colour now</source>
   <translation>지금 채색</translation>
  </message>
  <message>
   <source>Device</source>
   <translation>장치</translation>
  </message>
  <message>
   <source>Automatic</source>
   <translation>자동</translation>
  </message>
  <message>
   <source>GPU (CUDA)</source>
   <translation>GPU (CUDA)</translation>
  </message>
  <message>
   <source>Tidy</source>
   <translation>정리</translation>
  </message>
  <message>
   <source>Left: the generator's own picture. Middle: one hue a region, its light kept, and white paper. Right: one colour a region.</source>
   <translation>왼쪽: 생성기의 그림 그대로. 가운데: 영역마다 한 색상, 명암 유지, 흰 종이. 오른쪽: 영역마다 한 색.</translation>
  </message>
  <message>
   <source>Usual</source>
   <translation>보통</translation>
  </message>
  <message>
   <source>As this generator's pictures look best</source>
   <translation>이 생성기의 그림이 가장 좋아 보이는 설정</translation>
  </message>
  <message>
   <source>Another picture of the same drawing</source>
   <translation>같은 그림의 다른 결과</translation>
  </message>
  <message>
   <source>{generator} runs on the {device}: {reason}</source>
   <translation>{generator}이(가) {device}에서 실행됨: {reason}</translation>
  </message>
 </context>
 <context>
  <name>GeneratorRow</name>
  <message>
   <source>Cannot be used here</source>
   <translation>여기서 쓸 수 없음</translation>
  </message>
  <message>
   <source>hints and tags</source>
   <translation>힌트와 태그</translation>
  </message>
  <message>
   <source>hints</source>
   <translation>힌트</translation>
  </message>
  <message>
   <source>tags</source>
   <translation>태그</translation>
  </message>
  <message>
   <source>no hints</source>
   <translation>힌트 없음</translation>
  </message>
  <message>
   <source>{takes} · {millions:.1f} M parameters</source>
   <translation>{takes} · {millions:.1f} M 매개변수</translation>
  </message>
 </context>
 <context>
  <name>Generators</name>
  <message>
   <source>Nearly every drawing: colours are exact and stay within their lines.</source>
   <translation>거의 모든 그림: 색이 정확하고 선을 벗어나지 않습니다.</translation>
  </message>
  <message>
   <source>Published methods, small</source>
   <translation>발표된 방법 (소형)</translation>
  </message>
  <message>
   <source>Soft colour as of watercolours, from many hints.</source>
   <translation>많은 힌트로 만드는 수채화 같은 부드러운 색.</translation>
  </message>
  <message>
   <source>Painted-looking colour from hints, over a draft that comes at once.</source>
   <translation>바로 나오는 초안 위에 힌트로 칠한 듯한 색.</translation>
  </message>
  <message>
   <source>Colours that bloom out of their hints as on wet paper.</source>
   <translation>젖은 종이처럼 힌트에서 번지는 색.</translation>
  </message>
  <message>
   <source>Blurred washes in which neighbouring hints mix.</source>
   <translation>이웃한 힌트가 섞이는 흐린 번짐.</translation>
  </message>
  <message>
   <source>A first idea of a character from tags alone, without a hint.</source>
   <translation>힌트 없이 태그만으로 얻는 캐릭터의 첫 구상.</translation>
  </message>
  <message>
   <source>Without a network</source>
   <translation>신경망 없음</translation>
  </message>
  <message>
   <source>Flat fills from hints alone; always there.</source>
   <translation>힌트만으로 평면 채색, 언제나 사용 가능.</translation>
  </message>
  <message>
   <source>Watershed fill (no generator)</source>
   <translation>단순 채우기 (생성기 없음)</translation>
  </message>
 </context>
 <context>
  <name>Help</name>
  <message>
   <source>not installed</source>
   <translation>설치되지 않음</translation>
  </message>
  <message>
   <source>&lt;h3&gt;Tintline {number}&lt;/h3&gt;&lt;p&gt;Interactive colouring of line art: colour hints and tags in, layers out.&lt;/p&gt;&lt;p&gt;Apache License 2.0&lt;/p&gt;</source>
   <translation>&lt;h3&gt;Tintline {number}&lt;/h3&gt;&lt;p&gt;대화식 선화 채색: 색 힌트와 태그를 넣으면 레이어가 나옵니다.&lt;/p&gt;&lt;p&gt;Apache License 2.0&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Left button, pen</source>
   <translation>왼쪽 버튼, 펜</translation>
  </message>
  <message>
   <source>draw with the current tool</source>
   <translation>현재 도구로 그리기</translation>
  </message>
  <message>
   <source>Right button</source>
   <translation>오른쪽 버튼</translation>
  </message>
  <message>
   <source>pick a colour</source>
   <translation>색 뽑기</translation>
  </message>
  <message>
   <source>Middle button, or hold {keys}</source>
   <translation>가운데 버튼, 또는 {keys} 누르기</translation>
  </message>
  <message>
   <source>move the picture</source>
   <translation>그림 이동</translation>
  </message>
  <message>
   <source>Hold {keys} and drag</source>
   <translation>{keys} 누르고 끌기</translation>
  </message>
  <message>
   <source>turn the picture</source>
   <translation>그림 회전</translation>
  </message>
  <message>
   <source>Alt or Ctrl held</source>
   <translation>Alt 또는 Ctrl 누르기</translation>
  </message>
  <message>
   <source>Wheel</source>
   <translation>휠</translation>
  </message>
  <message>
   <source>zoom at the pointer, with Ctrl in finer steps</source>
   <translation>포인터 위치에서 확대·축소, Ctrl로 더 세밀하게</translation>
  </message>
  <message>
   <source>Shift and wheel</source>
   <translation>Shift와 휠</translation>
  </message>
  <message>
   <source>rotate</source>
   <translation>회전</translation>
  </message>
  <message>
   <source>rotate; stand upright again</source>
   <translation>회전, 회전 초기화</translation>
  </message>
  <message>
   <source>Two fingers, pinch</source>
   <translation>두 손가락, 오므리기</translation>
  </message>
  <message>
   <source>move, zoom and rotate, on touchpad and screen</source>
   <translation>터치패드와 화면에서 이동, 확대·축소, 회전</translation>
  </message>
  <message>
   <source>smaller and larger brush</source>
   <translation>브러시 작게, 크게</translation>
  </message>
  <message>
   <source>point, brush, fill, enclose and fill</source>
   <translation>점, 브러시, 채우기, 둘러싸고 칠하기</translation>
  </message>
  <message>
   <source>barrier, join regions</source>
   <translation>장벽, 영역 연결</translation>
  </message>
  <message>
   <source>keep regions as they are, leave them uncoloured</source>
   <translation>영역을 그대로 유지, 채색하지 않음</translation>
  </message>
  <message>
   <source>Second press with fill</source>
   <translation>채우기로 두 번째 누르기</translation>
  </message>
  <message>
   <source>this piece of the region alone</source>
   <translation>영역의 이 조각만</translation>
  </message>
  <message>
   <source>to the next region without a colour, fill it</source>
   <translation>다음 색 없는 영역으로, 채우기</translation>
  </message>
  <message>
   <source>shadow brush, eraser, move a hint</source>
   <translation>그림자 브러시, 지우개, 힌트 이동</translation>
  </message>
  <message>
   <source>pick a colour, move the picture</source>
   <translation>색 뽑기, 그림 이동</translation>
  </message>
  <message>
   <source>on a paint layer: paint, erase, fill</source>
   <translation>페인트 레이어에서: 칠하기, 지우기, 채우기</translation>
  </message>
  <message>
   <source>one more paint layer</source>
   <translation>페인트 레이어 하나 더</translation>
  </message>
  <message>
   <source>select a region, a colour or by a loop; Shift adds</source>
   <translation>영역, 색, 올가미로 선택. Shift로 추가</translation>
  </message>
  <message>
   <source>paint or hints; Enter places a pasted picture</source>
   <translation>칠 또는 힌트. Enter로 붙여넣은 그림 놓기</translation>
  </message>
  <message>
   <source>select nothing: paint goes everywhere again</source>
   <translation>선택 해제: 다시 어디에나 칠함</translation>
  </message>
  <message>
   <source>Shift and point or brush</source>
   <translation>Shift와 점 또는 브러시</translation>
  </message>
  <message>
   <source>colour this region alone</source>
   <translation>이 영역만 채색</translation>
  </message>
  <message>
   <source>Shift and fill</source>
   <translation>Shift와 채우기</translation>
  </message>
  <message>
   <source>replace the colour under the pen everywhere</source>
   <translation>펜 아래의 색을 모두 바꾸기</translation>
  </message>
  <message>
   <source>Swatch dragged to the picture</source>
   <translation>견본을 그림으로 끌기</translation>
  </message>
  <message>
   <source>a point of its colour</source>
   <translation>그 색의 점</translation>
  </message>
  <message>
   <source>show every region in a colour of its own</source>
   <translation>영역마다 다른 색으로 표시</translation>
  </message>
  <message>
   <source>frame before and after, play the cut</source>
   <translation>이전·다음 프레임, 컷 재생</translation>
  </message>
  <message>
   <source>next doubtful region of the cut</source>
   <translation>컷의 다음 의심 영역</translation>
  </message>
  <message>
   <source>next colour pop of the cut</source>
   <translation>컷의 다음 색 튐</translation>
  </message>
  <message>
   <source>hide the hints and show them again</source>
   <translation>힌트 숨기기와 표시</translation>
  </message>
  <message>
   <source>canvas only, full screen</source>
   <translation>캔버스만, 전체 화면</translation>
  </message>
  <message>
   <source>Hold {keys}</source>
   <translation>{keys} 누르기</translation>
  </message>
  <message>
   <source>see the drawing alone</source>
   <translation>선화만 보기</translation>
  </message>
  <message>
   <source>swap both colours</source>
   <translation>두 색 바꾸기</translation>
  </message>
  <message>
   <source>preferences, where keys are changed</source>
   <translation>환경설정, 키 변경</translation>
  </message>
  <message>
   <source>Esc while drawing</source>
   <translation>그리는 중 Esc</translation>
  </message>
  <message>
   <source>give the stroke up</source>
   <translation>획 포기</translation>
  </message>
  <message>
   <source>Pen, mouse and keys</source>
   <translation>펜, 마우스, 키</translation>
  </message>
  <message>
   <source>About Tintline</source>
   <translation>Tintline 정보</translation>
  </message>
 </context>
 <context>
  <name>HistoryPanel</name>
  <message>
   <source>History</source>
   <translation>작업 내역</translation>
  </message>
 </context>
 <context>
  <name>KeyField</name>
  <message>
   <source>Press keys</source>
   <translation>키를 누르세요</translation>
  </message>
  <message>
   <source>Keys of the command</source>
   <translation>명령의 키</translation>
  </message>
  <message>
   <source>Press the new keys; Esc leaves the field</source>
   <translation>새 키를 누르세요. Esc로 칸을 벗어납니다</translation>
  </message>
 </context>
 <context>
  <name>KnownDrawings</name>
  <message>
   <source>Open &amp;recent</source>
   <translation>최근 파일 열기(&amp;C)</translation>
  </message>
  <message>
   <source>Open sa&amp;mple</source>
   <translation>예제 열기(&amp;M)</translation>
  </message>
 </context>
 <context>
  <name>LayerBar</name>
  <message>
   <source>Add a paint layer</source>
   <translation>페인트 레이어 추가</translation>
  </message>
  <message>
   <source>Merge down</source>
   <translation>아래 레이어와 병합</translation>
  </message>
  <message>
   <source>Delete the layer</source>
   <translation>레이어 삭제</translation>
  </message>
  <message>
   <source>Lock alpha: paint changes colours alone</source>
   <translation>투명 픽셀 잠금: 칠하면 색만 바뀝니다</translation>
  </message>
  <message>
   <source>Clip to regions: a stroke stays in the region it began in</source>
   <translation>영역으로 클리핑: 획이 시작한 영역 안에 머뭅니다</translation>
  </message>
  <message>
   <source>Blend mode</source>
   <translation>합성 모드</translation>
  </message>
  <message>
   <source>How the layer joins what lies below it</source>
   <translation>레이어가 아래와 섞이는 방법</translation>
  </message>
  <message>
   <source>Group the layer</source>
   <translation>레이어를 그룹으로 묶기</translation>
  </message>
  <message>
   <source>Ungroup the layers</source>
   <translation>레이어 그룹 풀기</translation>
  </message>
 </context>
 <context>
  <name>LayerRow</name>
  <message>
   <source>Hide {layer}</source>
   <translation>{layer} 숨기기</translation>
  </message>
  <message>
   <source>Show {layer}</source>
   <translation>{layer} 표시</translation>
  </message>
  <message>
   <source>Light off</source>
   <translation>빛 꺼짐</translation>
  </message>
  <message>
   <source>{layer} holds next to nothing while the light is off</source>
   <translation>빛이 꺼진 동안 {layer}에는 거의 아무것도 없습니다</translation>
  </message>
  <message>
   <source>Layer name</source>
   <translation>레이어 이름</translation>
  </message>
 </context>
 <context>
  <name>LayerWork</name>
  <message>
   <source>{layer} is hidden: show it to take something away.</source>
   <translation>{layer}이(가) 숨겨져 있습니다. 지우려면 표시하세요.</translation>
  </message>
  <message>
   <source>The alpha of {layer} is locked: unlock it to take paint away.</source>
   <translation>{layer}의 알파가 잠겨 있습니다. 칠을 지우려면 잠금을 푸세요.</translation>
  </message>
 </context>
 <context>
  <name>Layers</name>
  <message>
   <source>Colour</source>
   <translation>색</translation>
  </message>
  <message>
   <source>Flats</source>
   <translation>밑색</translation>
  </message>
  <message>
   <source>Shade</source>
   <translation>그림자</translation>
  </message>
  <message>
   <source>Highlight</source>
   <translation>하이라이트</translation>
  </message>
  <message>
   <source>Line art</source>
   <translation>선화</translation>
  </message>
  <message>
   <source>Hints</source>
   <translation>힌트</translation>
  </message>
 </context>
 <context>
  <name>LayersPanel</name>
  <message>
   <source>Layer opacity</source>
   <translation>레이어 불투명도</translation>
  </message>
  <message>
   <source>Opacity</source>
   <translation>불투명도</translation>
  </message>
  <message>
   <source>Space shows or hides, Alt and arrows or dragging move, F2 renames</source>
   <translation>스페이스로 표시·숨김, Alt와 화살표 또는 끌기로 이동, F2로 이름 변경</translation>
  </message>
  <message>
   <source>Layers</source>
   <translation>레이어</translation>
  </message>
  <message>
   <source>Hide layer</source>
   <translation>레이어 숨기기</translation>
  </message>
  <message>
   <source>Show layer</source>
   <translation>레이어 표시</translation>
  </message>
  <message>
   <source>Move up</source>
   <translation>위로</translation>
  </message>
  <message>
   <source>Move down</source>
   <translation>아래로</translation>
  </message>
  <message>
   <source>Full opacity</source>
   <translation>완전 불투명</translation>
  </message>
  <message>
   <source>Add a paint layer above</source>
   <translation>위에 페인트 레이어 추가</translation>
  </message>
  <message>
   <source>Rename…</source>
   <translation>이름 바꾸기…</translation>
  </message>
  <message>
   <source>Group</source>
   <translation>그룹으로 묶기</translation>
  </message>
  <message>
   <source>Ungroup</source>
   <translation>그룹 풀기</translation>
  </message>
  <message>
   <source>Merge group</source>
   <translation>그룹 병합</translation>
  </message>
  <message>
   <source>Merge down</source>
   <translation>아래 레이어와 병합</translation>
  </message>
  <message>
   <source>Delete group</source>
   <translation>그룹 삭제</translation>
  </message>
  <message>
   <source>Delete layer</source>
   <translation>레이어 삭제</translation>
  </message>
 </context>
 <context>
  <name>LeakFinder</name>
  <message>
   <source>Gaps are not sought in drawings of more than {limit} million pixels; this one has {count} million. Open a smaller copy to look for them.</source>
   <translation>{limit}백만 픽셀이 넘는 그림에서는 틈을 찾지 않습니다. 이 그림은 {count}백만입니다. 더 작은 사본을 여세요.</translation>
  </message>
  <message>
   <source>Looking for gaps in the lines</source>
   <translation>선의 틈을 찾는 중</translation>
  </message>
  <message>
   <source>{closed} gaps closed for filling, {open} left open</source>
   <translation>채우기를 위해 틈 {closed}개를 닫고 {open}개는 열어 둠</translation>
  </message>
 </context>
 <context>
  <name>LeftoverFinder</name>
  <message>
   <source>Every region has a colour</source>
   <translation>모든 영역에 색이 있습니다</translation>
  </message>
  <message>
   <source>Region {number} of {count} without a colour</source>
   <translation>색 없는 영역 {number}/{count}</translation>
  </message>
 </context>
 <context>
  <name>LightControl</name>
  <message>
   <source>The light is off: turn it on in its panel to see what you paint.</source>
   <translation>빛이 꺼져 있습니다. 칠한 것을 보려면 패널에서 켜세요.</translation>
  </message>
 </context>
 <context>
  <name>LightDial</name>
  <message>
   <source>Direction of the light</source>
   <translation>빛의 방향</translation>
  </message>
  <message>
   <source>Degrees clockwise from above; arrows turn by 5, Page Up and Page Down by 45</source>
   <translation>위에서 시계 방향 각도. 화살표는 5도, Page Up과 Page Down은 45도</translation>
  </message>
 </context>
 <context>
  <name>LightHandle</name>
  <message>
   <source>Handle of the light</source>
   <translation>빛 손잡이</translation>
  </message>
  <message>
   <source>Drag to turn the light; with Shift in steps of 15°</source>
   <translation>끌어서 빛 회전, Shift로 15°씩</translation>
  </message>
 </context>
 <context>
  <name>LightPanel</name>
  <message>
   <source>Light</source>
   <translation>빛</translation>
  </message>
  <message>
   <source>Cel</source>
   <translation>셀</translation>
  </message>
  <message>
   <source>One tone of shade, crisp</source>
   <translation>또렷한 1단 그림자</translation>
  </message>
  <message>
   <source>Two tones</source>
   <translation>2단</translation>
  </message>
  <message>
   <source>Two tones of shade, crisp</source>
   <translation>또렷한 2단 그림자</translation>
  </message>
  <message>
   <source>Soft</source>
   <translation>부드럽게</translation>
  </message>
  <message>
   <source>Shade that fades</source>
   <translation>흐려지는 그림자</translation>
  </message>
  <message>
   <source>Strength of shade</source>
   <translation>그림자 세기</translation>
  </message>
  <message>
   <source>Strength of highlights</source>
   <translation>하이라이트 세기</translation>
  </message>
  <message>
   <source>Tint of shade</source>
   <translation>그림자 색조</translation>
  </message>
  <message>
   <source>Tint of highlights</source>
   <translation>하이라이트 색조</translation>
  </message>
  <message>
   <source>Shade</source>
   <translation>그림자</translation>
  </message>
  <message>
   <source>Paint shade with the brush (S)</source>
   <translation>브러시로 그림자 칠하기 (S)</translation>
  </message>
  <message>
   <source>Paint highlights with the brush (S)</source>
   <translation>브러시로 하이라이트 칠하기 (S)</translation>
  </message>
  <message>
   <source>Neither</source>
   <translation>둘 다 아님</translation>
  </message>
  <message>
   <source>Take shade and highlights away with the brush (S)</source>
   <translation>브러시로 그림자와 하이라이트 없애기 (S)</translation>
  </message>
  <message>
   <source>Day: from the upper left, cool shade</source>
   <translation>낮: 왼쪽 위에서, 차가운 그림자</translation>
  </message>
  <message>
   <source>Dusk: from low at the left, violet shade</source>
   <translation>해질녘: 왼쪽 낮은 곳에서, 보라색 그림자</translation>
  </message>
  <message>
   <source>Lamp: from the upper right, strong and warm</source>
   <translation>등불: 오른쪽 위에서, 강하고 따뜻하게</translation>
  </message>
  <message>
   <source>Rim: from behind</source>
   <translation>역광: 뒤에서</translation>
  </message>
  <message>
   <source>In an animation: turn the light with the figure, not with the camera</source>
   <translation>애니메이션에서 빛을 카메라가 아니라 인물과 함께 회전</translation>
  </message>
  <message>
   <source>Highlights</source>
   <translation>하이라이트</translation>
  </message>
  <message>
   <source>Brush</source>
   <translation>브러시</translation>
  </message>
  <message>
   <source>from {angle}°</source>
   <translation>{angle}°에서</translation>
  </message>
 </context>
 <context>
  <name>LineColorMenu</name>
  <message>
   <source>&amp;Colour of lines</source>
   <translation>선 색(&amp;C)</translation>
  </message>
  <message>
   <source>As they are &amp;drawn</source>
   <translation>그린 그대로(&amp;D)</translation>
  </message>
  <message>
   <source>A dark tone of the colour &amp;beside each</source>
   <translation>옆 색의 어두운 톤(&amp;B)</translation>
  </message>
  <message>
   <source>&amp;One colour…</source>
   <translation>한 가지 색(&amp;O)…</translation>
  </message>
  <message>
   <source>Colour of the lines</source>
   <translation>선 색</translation>
  </message>
 </context>
 <context>
  <name>LineControl</name>
  <message>
   <source>dark lines</source>
   <translation>어두운 선</translation>
  </message>
  <message>
   <source>light lines</source>
   <translation>밝은 선</translation>
  </message>
  <message>
   <source>ink on nothing</source>
   <translation>투명 바탕의 선</translation>
  </message>
  <message>
   <source>&amp;Find out</source>
   <translation>자동 판별(&amp;F)</translation>
  </message>
  <message>
   <source>&amp;Dark lines on lighter paper</source>
   <translation>밝은 종이의 어두운 선(&amp;D)</translation>
  </message>
  <message>
   <source>&amp;Light lines on darker paper</source>
   <translation>어두운 종이의 밝은 선(&amp;L)</translation>
  </message>
  <message>
   <source>&amp;All that is on a transparent sheet</source>
   <translation>투명한 시트 위의 모든 것(&amp;A)</translation>
  </message>
  <message>
   <source>&amp;Lines</source>
   <translation>선(&amp;N)</translation>
  </message>
  <message>
   <source>&amp;Take the paper off</source>
   <translation>종이 제거(&amp;T)</translation>
  </message>
  <message>
   <source>Reading the lines…</source>
   <translation>선 읽는 중…</translation>
  </message>
  <message>
   <source>no paper</source>
   <translation>종이 없음</translation>
  </message>
  <message>
   <source>as you chose</source>
   <translation>선택한 대로</translation>
  </message>
  <message>
   <source>as found out</source>
   <translation>판별한 대로</translation>
  </message>
  <message>
   <source>What of the drawing is line: {how}</source>
   <translation>그림에서 선인 것: {how}</translation>
  </message>
 </context>
 <context>
  <name>Listings</name>
  <message>
   <source>Looking for generators…</source>
   <translation>생성기 찾는 중…</translation>
  </message>
  <message>
   <source>Checking generators…</source>
   <translation>생성기 확인 중…</translation>
  </message>
  <message>
   <source>Reading samples…</source>
   <translation>예제 읽는 중…</translation>
  </message>
 </context>
 <context>
  <name>LiveColorizer</name>
  <message>
   <source>loading the generator</source>
   <translation>생성기 불러오는 중</translation>
  </message>
  <message>
   <source>not up to date; Colour now colours it</source>
   <translation>최신이 아닙니다. ‘지금 채색’이 채색합니다</translation>
  </message>
  <message>
   <source>{device} · colouring…</source>
   <translation>{device} · 채색 중…</translation>
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
   <translation>채색 실패</translation>
  </message>
  <message>
   <source>Hints alone fill the picture until you choose another generator.</source>
   <translation>다른 생성기를 선택할 때까지 힌트만으로 그림을 채웁니다.</translation>
  </message>
  <message>
   <source>preview</source>
   <translation>미리보기</translation>
  </message>
  <message>
   <source>final</source>
   <translation>최종</translation>
  </message>
  <message>
   <source>full size</source>
   <translation>원래 크기</translation>
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
   <translation>색</translation>
  </message>
  <message>
   <source>Palette</source>
   <translation>팔레트</translation>
  </message>
  <message>
   <source>Tags</source>
   <translation>태그</translation>
  </message>
  <message>
   <source>Generator</source>
   <translation>생성기</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>빛</translation>
  </message>
  <message>
   <source>Layers</source>
   <translation>레이어</translation>
  </message>
  <message>
   <source>History</source>
   <translation>작업 내역</translation>
  </message>
  <message>
   <source>Reference</source>
   <translation>참조</translation>
  </message>
  <message>
   <source>Animation</source>
   <translation>애니메이션</translation>
  </message>
 </context>
 <context>
  <name>Manual</name>
  <message>
   <source>Manual</source>
   <translation>설명서</translation>
  </message>
  <message>
   <source>Contents of the manual</source>
   <translation>설명서 차례</translation>
  </message>
  <message>
   <source>Search the manual</source>
   <translation>설명서 검색</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>뒤로</translation>
  </message>
  <message>
   <source>Forward</source>
   <translation>앞으로</translation>
  </message>
  <message>
   <source>Not found</source>
   <translation>찾을 수 없음</translation>
  </message>
 </context>
 <context>
  <name>ManualPage</name>
  <message>
   <source>Page of the manual</source>
   <translation>설명서 쪽</translation>
  </message>
 </context>
 <context>
  <name>Messages</name>
  <message>
   <source>Hints are hidden: show their layer to see what you draw.</source>
   <translation>힌트가 숨겨져 있습니다. 그린 것을 보려면 레이어를 표시하세요.</translation>
  </message>
  <message>
   <source>Hints are hidden: show their layer to erase them.</source>
   <translation>힌트가 숨겨져 있습니다. 지우려면 레이어를 표시하세요.</translation>
  </message>
 </context>
 <context>
  <name>MiniMap</name>
  <message>
   <source>Mini map</source>
   <translation>미니맵</translation>
  </message>
  <message>
   <source>Arrows move the view</source>
   <translation>화살표로 보기 이동</translation>
  </message>
 </context>
 <context>
  <name>OnionButton</name>
  <message>
   <source>Onion skin: show the frames before and after</source>
   <translation>어니언 스킨: 앞뒤 프레임 표시</translation>
  </message>
  <message>
   <source>Frames before</source>
   <translation>이전 프레임 수</translation>
  </message>
  <message>
   <source>Frames after</source>
   <translation>다음 프레임 수</translation>
  </message>
  <message>
   <source>Strength of the onion skin</source>
   <translation>어니언 스킨 세기</translation>
  </message>
  <message>
   <source>Before</source>
   <translation>이전</translation>
  </message>
  <message>
   <source>After</source>
   <translation>다음</translation>
  </message>
  <message>
   <source>Strength</source>
   <translation>세기</translation>
  </message>
 </context>
 <context>
  <name>OptionsBar</name>
  <message>
   <source>Brush options</source>
   <translation>브러시 설정</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>크기</translation>
  </message>
  <message>
   <source>Brush size</source>
   <translation>브러시 크기</translation>
  </message>
  <message>
   <source> px</source>
   <translation> px</translation>
  </message>
  <message>
   <source>Brush size in pixels</source>
   <translation>브러시 크기 (픽셀)</translation>
  </message>
 </context>
 <context>
  <name>PaintBar</name>
  <message>
   <source>Hardness</source>
   <translation>경도</translation>
  </message>
  <message>
   <source>At 100 % every pixel is painted fully or not at all</source>
   <translation>100 %에서는 픽셀이 완전히 칠해지거나 전혀 칠해지지 않습니다</translation>
  </message>
  <message>
   <source>Opacity</source>
   <translation>불투명도</translation>
  </message>
  <message>
   <source>Of a stroke, however often it crosses itself</source>
   <translation>한 획의 불투명도, 몇 번 겹쳐도 같음</translation>
  </message>
  <message>
   <source>Fade by pressure</source>
   <translation>필압 농도</translation>
  </message>
  <message>
   <source>Pressure changes opacity</source>
   <translation>필압으로 불투명도 변경</translation>
  </message>
  <message>
   <source>On {layer}</source>
   <translation>{layer}에</translation>
  </message>
 </context>
 <context>
  <name>PaintControl</name>
  <message>
   <source>The regions are being found; paint again in a moment.</source>
   <translation>영역을 찾는 중입니다. 잠시 후 다시 칠하세요.</translation>
  </message>
  <message>
   <source>Begin the stroke in a region of the drawing.</source>
   <translation>그림의 영역 안에서 획을 시작하세요.</translation>
  </message>
 </context>
 <context>
  <name>PalettePanel</name>
  <message>
   <source>Lock palette</source>
   <translation>팔레트 잠금</translation>
  </message>
  <message>
   <source>Add the brush's colour</source>
   <translation>브러시 색 추가</translation>
  </message>
  <message>
   <source>Add the colours of the picture and of all hints</source>
   <translation>그림과 모든 힌트의 색 추가</translation>
  </message>
  <message>
   <source>Open a palette: GIMP, Adobe, Procreate, #rrggbb lines…</source>
   <translation>팔레트 열기: GIMP, Adobe, Procreate, #rrggbb 줄…</translation>
  </message>
  <message>
   <source>Save as a GIMP palette</source>
   <translation>GIMP 팔레트로 저장</translation>
  </message>
  <message>
   <source>Swatches</source>
   <translation>견본</translation>
  </message>
  <message>
   <source>No swatches yet. Add the brush's colour, collect those of the hints, or drop a palette file on the window.</source>
   <translation>아직 견본이 없습니다. 브러시 색을 추가하거나 힌트의 색을 모으거나 팔레트 파일을 창에 놓으세요.</translation>
  </message>
  <message>
   <source>Colour of the swatch</source>
   <translation>견본의 색</translation>
  </message>
  <message>
   <source>Tone of the swatch</source>
   <translation>견본의 색조</translation>
  </message>
  <message>
   <source>set {number}</source>
   <translation>세트 {number}</translation>
  </message>
  <message>
   <source>Colour with these swatches alone; a colour between them takes the nearest</source>
   <translation>이 견본만으로 채색, 사이 색은 가장 가까운 색이 됩니다</translation>
  </message>
  <message>
   <source>Add swatches first: then colouring can be held to them</source>
   <translation>먼저 견본을 추가하면 그 색만으로 채색할 수 있습니다</translation>
  </message>
  <message>
   <source>Remove all swatches</source>
   <translation>모든 견본 제거</translation>
  </message>
 </context>
 <context>
  <name>PanelDocks</name>
  <message>
   <source>Panels</source>
   <translation>패널</translation>
  </message>
 </context>
 <context>
  <name>PenPage</name>
  <message>
   <source>Pen</source>
   <translation>펜</translation>
  </message>
  <message>
   <source> px</source>
   <translation> px</translation>
  </message>
  <message>
   <source>off</source>
   <translation>끔</translation>
  </message>
  <message>
   <source>Steady hand</source>
   <translation>손떨림 보정</translation>
  </message>
  <message>
   <source>draws, in place of moving the picture</source>
   <translation>그림을 옮기지 않고 그리기</translation>
  </message>
  <message>
   <source>Soft</source>
   <translation>부드럽게</translation>
  </message>
  <message>
   <source>Straight</source>
   <translation>직선</translation>
  </message>
  <message>
   <source>Firm</source>
   <translation>단단하게</translation>
  </message>
  <message>
   <source>Strokes</source>
   <translation>획</translation>
  </message>
  <message>
   <source>One finger</source>
   <translation>한 손가락</translation>
  </message>
  <message>
   <source>To the right: how hard the pen is pressed. Upwards: what that counts as. Click the curve for another point and drag it; a double click takes it away.</source>
   <translation>오른쪽: 펜을 누르는 세기. 위쪽: 그것의 값. 곡선을 클릭하면 점이 생기고 끌 수 있습니다. 두 번 클릭하면 없어집니다.</translation>
  </message>
 </context>
 <context>
  <name>PerformancePage</name>
  <message>
   <source>Performance</source>
   <translation>성능</translation>
  </message>
  <message>
   <source>Device</source>
   <translation>장치</translation>
  </message>
  <message>
   <source>Automatic</source>
   <translation>자동</translation>
  </message>
  <message>
   <source>GPU (CUDA)</source>
   <translation>GPU (CUDA)</translation>
  </message>
  <message>
   <source>all {count}</source>
   <translation>모두 ({count})</translation>
  </message>
  <message>
   <source>Processor cores</source>
   <translation>프로세서 코어</translation>
  </message>
  <message>
   <source> MB</source>
   <translation> MB</translation>
  </message>
  <message>
   <source>Memory for drawings that were read</source>
   <translation>읽은 그림을 위한 메모리</translation>
  </message>
  <message>
   <source>Compute on</source>
   <translation>계산 장치</translation>
  </message>
  <message>
   <source>Memory for drawings</source>
   <translation>그림용 메모리</translation>
  </message>
  <message>
   <source>What was read of a drawing is kept in memory, so that a stroke need not wait for it. Fewer cores leave more to other programs.</source>
   <translation>읽은 그림의 정보를 메모리에 두어 획이 기다리지 않게 합니다. 코어를 줄이면 다른 프로그램에 여유가 생깁니다.</translation>
  </message>
 </context>
 <context>
  <name>PixelSlider</name>
  <message>
   <source>As the drawing's size suggests</source>
   <translation>그림 크기에 맞게</translation>
  </message>
  <message>
   <source>Usual</source>
   <translation>보통</translation>
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
   <translation>크기</translation>
  </message>
  <message>
   <source> %</source>
   <translation> %</translation>
  </message>
  <message>
   <source>Angle</source>
   <translation>각도</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>놓기</translation>
  </message>
  <message>
   <source>Make it a layer (Enter)</source>
   <translation>레이어로 만들기 (Enter)</translation>
  </message>
  <message>
   <source>Give up</source>
   <translation>포기</translation>
  </message>
  <message>
   <source>Paste nothing (Esc)</source>
   <translation>붙여넣지 않음 (Esc)</translation>
  </message>
 </context>
 <context>
  <name>PlaceControl</name>
  <message>
   <source>Pasted</source>
   <translation>붙여넣음</translation>
  </message>
 </context>
 <context>
  <name>Player</name>
  <message>
   <source>Play</source>
   <translation>재생</translation>
  </message>
  <message>
   <source>Previous frame</source>
   <translation>이전 프레임</translation>
  </message>
  <message>
   <source>Next frame</source>
   <translation>다음 프레임</translation>
  </message>
  <message>
   <source>Repeat</source>
   <translation>반복</translation>
  </message>
  <message>
   <source>Halt at colour pops</source>
   <translation>색 튐에서 멈춤</translation>
  </message>
  <message>
   <source>Play on the canvas</source>
   <translation>캔버스에서 재생</translation>
  </message>
  <message>
   <source> fps</source>
   <translation> fps</translation>
  </message>
  <message>
   <source>Frames per second</source>
   <translation>초당 프레임 수</translation>
  </message>
  <message>
   <source>Frame</source>
   <translation>프레임</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>일시 정지</translation>
  </message>
 </context>
 <context>
  <name>PreferencesDialog</name>
  <message>
   <source>Preferences</source>
   <translation>환경설정</translation>
  </message>
  <message>
   <source>Pages</source>
   <translation>페이지</translation>
  </message>
 </context>
 <context>
  <name>RecoveryKeeper</name>
  <message>
   <source>Keeping unsaved work…</source>
   <translation>저장하지 않은 작업 보관 중…</translation>
  </message>
  <message>
   <source>Unsaved work is not kept for recovery: {reason}</source>
   <translation>저장하지 않은 작업을 보관하지 못함: {reason}</translation>
  </message>
 </context>
 <context>
  <name>ReferenceControl</name>
  <message>
   <source>Pictures ({endings});;All files (*)</source>
   <translation>그림 ({endings});;모든 파일 (*)</translation>
  </message>
  <message>
   <source>{name}: open a line drawing first</source>
   <translation>{name}: 먼저 선화를 여세요</translation>
  </message>
  <message>
   <source>Colours come from {count} drawings</source>
   <translation>그림 {count}장에서 색을 가져옵니다</translation>
  </message>
  <message>
   <source>Colours come from {name}</source>
   <translation>{name}에서 색을 가져옵니다</translation>
  </message>
  <message>
   <source>Reading {name}…</source>
   <translation>{name} 읽는 중…</translation>
  </message>
  <message>
   <source>Now click the same place in the drawing; Escape gives up</source>
   <translation>이제 그림의 같은 곳을 클릭하세요. Escape로 포기</translation>
  </message>
  <message>
   <source>Palette of the references: {count} swatches</source>
   <translation>참조의 팔레트: 견본 {count}개</translation>
  </message>
 </context>
 <context>
  <name>ReferencePanel</name>
  <message>
   <source>Add coloured drawings to take colours from</source>
   <translation>색을 가져올 채색된 그림 추가</translation>
  </message>
  <message>
   <source>Remove the reference that is shown</source>
   <translation>표시된 참조 제거</translation>
  </message>
  <message>
   <source>Pair places: click one here, then the same one in the drawing</source>
   <translation>위치 짝짓기: 여기를 클릭하고 그림의 같은 곳을 클릭</translation>
  </message>
  <message>
   <source>Forget all paired places</source>
   <translation>모든 짝 지우기</translation>
  </message>
  <message>
   <source>Make the palette of these drawings, and lock it</source>
   <translation>이 그림들로 팔레트를 만들어 잠금</translation>
  </message>
  <message>
   <source>Drop coloured drawings of the same character here: a model sheet, or last week's picture. Regions take their colours from them.</source>
   <translation>같은 캐릭터의 채색된 그림을 여기에 놓으세요. 설정화나 지난주 그림 등. 영역이 거기서 색을 가져옵니다.</translation>
  </message>
  <message>
   <source>References</source>
   <translation>참조</translation>
  </message>
  <message>
   <source>Regions to look at</source>
   <translation>확인할 영역</translation>
  </message>
  <message>
   <source>Reference {number}</source>
   <translation>참조 {number}</translation>
  </message>
  <message>
   <source>Open at {place} ({pixels} px)</source>
   <translation>{place} 미정 ({pixels} px)</translation>
  </message>
  <message>
   <source>{share} % sure at {place}</source>
   <translation>{place} 확신도 {share} %</translation>
  </message>
  <message>
   <source>Click a place in the reference.</source>
   <translation>참조의 한 곳을 클릭하세요.</translation>
  </message>
  <message>
   <source>Now click the same place in the drawing.</source>
   <translation>이제 그림의 같은 곳을 클릭하세요.</translation>
  </message>
  <message>
   <source>{told} regions coloured, {open} open, {unsure} to look at</source>
   <translation>영역 {told}개 채색, {open}개 미정, {unsure}개 확인 필요</translation>
  </message>
 </context>
 <context>
  <name>ReferenceView</name>
  <message>
   <source>Reference</source>
   <translation>참조</translation>
  </message>
 </context>
 <context>
  <name>RegionFinder</name>
  <message>
   <source>Finding the regions…</source>
   <translation>영역 찾는 중…</translation>
  </message>
 </context>
 <context>
  <name>ReportPage</name>
  <message>
   <source>The report follows when all frames are done.</source>
   <translation>모든 프레임이 끝나면 보고서가 나옵니다.</translation>
  </message>
  <message>
   <source>Open report</source>
   <translation>보고서 열기</translation>
  </message>
  <message>
   <source>Contact sheet and figures, in the browser</source>
   <translation>브라우저에서 모아 보기와 수치 표시</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>다음</translation>
  </message>
  <message>
   <source>Open the next doubtful region (D)</source>
   <translation>다음 의심 영역 열기 (D)</translation>
  </message>
  <message>
   <source>Next doubtful region</source>
   <translation>다음 의심 영역</translation>
  </message>
  <message>
   <source>Findings</source>
   <translation>발견</translation>
  </message>
  <message>
   <source>Double-click to correct this frame</source>
   <translation>두 번 클릭해 이 프레임 수정</translation>
  </message>
 </context>
 <context>
  <name>SampleCard</name>
  <message>
   <source>Sample: {title}</source>
   <translation>예제: {title}</translation>
  </message>
 </context>
 <context>
  <name>Seeing</name>
  <message>
   <source>{keys} brings the panels back</source>
   <translation>{keys} 키로 패널이 돌아옵니다</translation>
  </message>
 </context>
 <context>
  <name>SelectBar</name>
  <message>
   <source>Region</source>
   <translation>영역</translation>
  </message>
  <message>
   <source>A press selects a region, a loop what it holds</source>
   <translation>누르면 영역을, 올가미는 그 안을 선택</translation>
  </message>
  <message>
   <source>Colour</source>
   <translation>색</translation>
  </message>
  <message>
   <source>A press selects every pixel of its colour</source>
   <translation>누른 색의 모든 픽셀을 선택</translation>
  </message>
  <message>
   <source>New</source>
   <translation>새로</translation>
  </message>
  <message>
   <source>Select this alone</source>
   <translation>이것만 선택</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>추가</translation>
  </message>
  <message>
   <source>Select this as well (Shift)</source>
   <translation>이것도 선택 (Shift)</translation>
  </message>
  <message>
   <source>Take away</source>
   <translation>빼기</translation>
  </message>
  <message>
   <source>Select this no longer</source>
   <translation>이것을 선택에서 제외</translation>
  </message>
  <message>
   <source>All</source>
   <translation>전체</translation>
  </message>
  <message>
   <source>Select all (Ctrl+A)</source>
   <translation>전체 선택 (Ctrl+A)</translation>
  </message>
  <message>
   <source>None</source>
   <translation>해제</translation>
  </message>
  <message>
   <source>Select nothing (Ctrl+Shift+A)</source>
   <translation>선택 해제 (Ctrl+Shift+A)</translation>
  </message>
  <message>
   <source>Invert</source>
   <translation>반전</translation>
  </message>
  <message>
   <source>Select the rest (Ctrl+Shift+I)</source>
   <translation>나머지 선택 (Ctrl+Shift+I)</translation>
  </message>
 </context>
 <context>
  <name>SetsRow</name>
  <message>
   <source>Colour set</source>
   <translation>배색 세트</translation>
  </message>
  <message>
   <source>The colours of a scene, as day or night. Type another name to rename it.</source>
   <translation>낮이나 밤 같은 장면의 색. 다른 이름을 입력하면 이름이 바뀝니다.</translation>
  </message>
  <message>
   <source>Name of the colour set</source>
   <translation>배색 세트 이름</translation>
  </message>
  <message>
   <source>One more colour set, like this one</source>
   <translation>같은 배색 세트 하나 더</translation>
  </message>
  <message>
   <source>Remove this colour set</source>
   <translation>이 배색 세트 제거</translation>
  </message>
 </context>
 <context>
  <name>Shortcuts</name>
  <message>
   <source>Move the picture, held</source>
   <translation>그림 이동 (누르는 동안)</translation>
  </message>
  <message>
   <source>Turn the picture, held</source>
   <translation>그림 회전 (누르는 동안)</translation>
  </message>
  <message>
   <source>Show the drawing without colours, held</source>
   <translation>색 없는 선화 표시 (누르는 동안)</translation>
  </message>
 </context>
 <context>
  <name>ShortcutsPage</name>
  <message>
   <source>Keys</source>
   <translation>키</translation>
  </message>
  <message>
   <source>Keys as in</source>
   <translation>키 배치</translation>
  </message>
  <message>
   <source>Search commands and keys</source>
   <translation>명령과 키 검색</translation>
  </message>
  <message>
   <source>Clear</source>
   <translation>지우기</translation>
  </message>
  <message>
   <source>Reset</source>
   <translation>되돌리기</translation>
  </message>
  <message>
   <source>Reset all</source>
   <translation>모두 되돌리기</translation>
  </message>
  <message>
   <source>Take it over</source>
   <translation>가져오기</translation>
  </message>
  <message>
   <source>Commands</source>
   <translation>명령</translation>
  </message>
  <message>
   <source>Command</source>
   <translation>명령</translation>
  </message>
  <message>
   <source>On the canvas</source>
   <translation>캔버스에서</translation>
  </message>
  <message>
   <source>{keys} is the key of “{command}”, which would be without it.</source>
   <translation>{keys}은(는) “{command}”의 키이며, 가져오면 그 명령에는 키가 없어집니다.</translation>
  </message>
  <message>
   <source>{keys} is a key of “{command}”, which would keep its others.</source>
   <translation>{keys}은(는) “{command}”의 키 중 하나이며, 다른 키는 남습니다.</translation>
  </message>
 </context>
 <context>
  <name>SideBySide</name>
  <message>
   <source>Take a snapshot</source>
   <translation>스냅숏 찍기</translation>
  </message>
  <message>
   <source>One of each generator</source>
   <translation>생성기마다 하나</translation>
  </message>
  <message>
   <source>Back to the drawing</source>
   <translation>그림으로 돌아가기</translation>
  </message>
  <message>
   <source>There are no snapshots yet</source>
   <translation>아직 스냅숏이 없습니다</translation>
  </message>
  <message>
   <source>Colouring…</source>
   <translation>채색 중…</translation>
  </message>
  <message>
   <source>Use</source>
   <translation>사용</translation>
  </message>
  <message>
   <source>Compare</source>
   <translation>비교</translation>
  </message>
  <message>
   <source>Forget</source>
   <translation>삭제</translation>
  </message>
 </context>
 <context>
  <name>Snapshots</name>
  <message>
   <source>Snapshot {number}</source>
   <translation>스냅숏 {number}</translation>
  </message>
  <message>
   <source>{title} taken</source>
   <translation>{title} 찍음</translation>
  </message>
  <message>
   <source>Colouring by each generator…</source>
   <translation>생성기마다 채색 중…</translation>
  </message>
  <message>
   <source>{title} gives no snapshot: {reason}</source>
   <translation>{title}은(는) 스냅숏을 만들지 못함: {reason}</translation>
  </message>
  <message>
   <source>Snapshots of the generators taken</source>
   <translation>생성기들의 스냅숏을 찍음</translation>
  </message>
 </context>
 <context>
  <name>StartPage</name>
  <message>
   <source>Or try a sample</source>
   <translation>또는 예제를 써 보세요</translation>
  </message>
  <message>
   <source>Recent</source>
   <translation>최근</translation>
  </message>
  <message>
   <source>Open a line drawing, or drop one here</source>
   <translation>선화를 열거나 여기에 놓으세요</translation>
  </message>
  <message>
   <source>PNG, JPEG, WebP, TIFF, BMP, PSD or a Tintline project</source>
   <translation>PNG, JPEG, WebP, TIFF, BMP, PSD 또는 Tintline 프로젝트</translation>
  </message>
  <message>
   <source>Open…</source>
   <translation>열기…</translation>
  </message>
  <message>
   <source>Tour of two minutes</source>
   <translation>2분 둘러보기</translation>
  </message>
 </context>
 <context>
  <name>StatusLine</name>
  <message>
   <source>Device, stage and time of the colouring</source>
   <translation>채색의 장치, 단계, 시간</translation>
  </message>
  <message>
   <source>Hints obeyed, and the palette lock</source>
   <translation>따른 힌트와 팔레트 잠금</translation>
  </message>
  <message>
   <source>What decides the colours besides the hints</source>
   <translation>힌트 외에 색을 정하는 것</translation>
  </message>
  <message>
   <source>Zoom; click to fit the picture</source>
   <translation>확대·축소, 클릭하면 그림에 맞춤</translation>
  </message>
  <message>
   <source>hints obeyed {obeyed}/{visible}</source>
   <translation>따른 힌트 {obeyed}/{visible}</translation>
  </message>
  <message>
   <source>off palette {before} → {after} px</source>
   <translation>팔레트 밖 {before} → {after} px</translation>
  </message>
  <message>
   <source>{count} ambiguous</source>
   <translation>{count}개 모호함</translation>
  </message>
  <message>
   <source>Two swatches were nearly as near:</source>
   <translation>두 견본이 거의 똑같이 가까웠습니다:</translation>
  </message>
  <message>
   <source>{wanted} at {x}, {y} ({pixels} px): {chosen}, or {other}</source>
   <translation>{x}, {y}의 {wanted} ({pixels} px): {chosen} 또는 {other}</translation>
  </message>
  <message>
   <source>{size} px</source>
   <translation>{size} px</translation>
  </message>
  <message>
   <source>mirrored</source>
   <translation>좌우 반전</translation>
  </message>
 </context>
 <context>
  <name>Swatch</name>
  <message>
   <source>Empty swatch</source>
   <translation>빈 견본</translation>
  </message>
 </context>
 <context>
  <name>SwatchPair</name>
  <message>
   <source>Second colour {color}: click to swap</source>
   <translation>두 번째 색 {color}: 클릭해 바꾸기</translation>
  </message>
 </context>
 <context>
  <name>Swatches</name>
  <message>
   <source>Highlight</source>
   <translation>하이라이트</translation>
  </message>
  <message>
   <source>Shade 1</source>
   <translation>그림자 1</translation>
  </message>
  <message>
   <source>Shade 2</source>
   <translation>그림자 2</translation>
  </message>
  <message>
   <source>shade 1</source>
   <translation>그림자 1</translation>
  </message>
  <message>
   <source>shade 2</source>
   <translation>그림자 2</translation>
  </message>
  <message>
   <source>highlight</source>
   <translation>하이라이트</translation>
  </message>
  <message>
   <source>Paint with {color}</source>
   <translation>{color}(으)로 칠하기</translation>
  </message>
  <message>
   <source>Change colour…</source>
   <translation>색 변경…</translation>
  </message>
  <message>
   <source>Replace by {color} everywhere</source>
   <translation>모두 {color}(으)로 바꾸기</translation>
  </message>
  <message>
   <source>Merge into</source>
   <translation>병합 대상</translation>
  </message>
  <message>
   <source>Remove swatch</source>
   <translation>견본 제거</translation>
  </message>
  <message>
   <source>Tones</source>
   <translation>색조</translation>
  </message>
  <message>
   <source>derived</source>
   <translation>자동</translation>
  </message>
  <message>
   <source>The brush's colour {color}</source>
   <translation>브러시 색 {color}</translation>
  </message>
  <message>
   <source>Derived by the light</source>
   <translation>빛에서 자동</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>선택…</translation>
  </message>
 </context>
 <context>
  <name>Tags</name>
  <message>
   <source>Hair</source>
   <translation>머리카락</translation>
  </message>
  <message>
   <source>blonde</source>
   <translation>금발</translation>
  </message>
  <message>
   <source>blonde hair</source>
   <translation>금발 머리</translation>
  </message>
  <message>
   <source>brown</source>
   <translation>갈색</translation>
  </message>
  <message>
   <source>brown hair</source>
   <translation>갈색 머리카락</translation>
  </message>
  <message>
   <source>black</source>
   <translation>검은색</translation>
  </message>
  <message>
   <source>black hair</source>
   <translation>검은색 머리카락</translation>
  </message>
  <message>
   <source>blue</source>
   <translation>파란색</translation>
  </message>
  <message>
   <source>blue hair</source>
   <translation>파란색 머리카락</translation>
  </message>
  <message>
   <source>purple</source>
   <translation>보라색</translation>
  </message>
  <message>
   <source>purple hair</source>
   <translation>보라색 머리카락</translation>
  </message>
  <message>
   <source>pink</source>
   <translation>분홍색</translation>
  </message>
  <message>
   <source>pink hair</source>
   <translation>분홍색 머리카락</translation>
  </message>
  <message>
   <source>silver</source>
   <translation>은색</translation>
  </message>
  <message>
   <source>silver hair</source>
   <translation>은색 머리카락</translation>
  </message>
  <message>
   <source>green</source>
   <translation>초록색</translation>
  </message>
  <message>
   <source>green hair</source>
   <translation>초록색 머리카락</translation>
  </message>
  <message>
   <source>red</source>
   <translation>빨간색</translation>
  </message>
  <message>
   <source>red hair</source>
   <translation>빨간색 머리카락</translation>
  </message>
  <message>
   <source>white</source>
   <translation>흰색</translation>
  </message>
  <message>
   <source>white hair</source>
   <translation>흰색 머리카락</translation>
  </message>
  <message>
   <source>orange</source>
   <translation>주황색</translation>
  </message>
  <message>
   <source>orange hair</source>
   <translation>주황색 머리카락</translation>
  </message>
  <message>
   <source>grey</source>
   <translation>회색</translation>
  </message>
  <message>
   <source>grey hair</source>
   <translation>회색 머리카락</translation>
  </message>
  <message>
   <source>aqua</source>
   <translation>하늘색</translation>
  </message>
  <message>
   <source>aqua hair</source>
   <translation>하늘색 머리카락</translation>
  </message>
  <message>
   <source>light brown</source>
   <translation>연갈색</translation>
  </message>
  <message>
   <source>light brown hair</source>
   <translation>연갈색 머리카락</translation>
  </message>
  <message>
   <source>Eyes</source>
   <translation>눈</translation>
  </message>
  <message>
   <source>blue eyes</source>
   <translation>파란색 눈</translation>
  </message>
  <message>
   <source>red eyes</source>
   <translation>빨간색 눈</translation>
  </message>
  <message>
   <source>brown eyes</source>
   <translation>갈색 눈</translation>
  </message>
  <message>
   <source>green eyes</source>
   <translation>초록색 눈</translation>
  </message>
  <message>
   <source>purple eyes</source>
   <translation>보라색 눈</translation>
  </message>
  <message>
   <source>yellow</source>
   <translation>노란색</translation>
  </message>
  <message>
   <source>yellow eyes</source>
   <translation>노란색 눈</translation>
  </message>
  <message>
   <source>pink eyes</source>
   <translation>분홍색 눈</translation>
  </message>
  <message>
   <source>black eyes</source>
   <translation>검은색 눈</translation>
  </message>
  <message>
   <source>aqua eyes</source>
   <translation>하늘색 눈</translation>
  </message>
  <message>
   <source>orange eyes</source>
   <translation>주황색 눈</translation>
  </message>
  <message>
   <source>grey eyes</source>
   <translation>회색 눈</translation>
  </message>
  <message>
   <source>Skin</source>
   <translation>피부</translation>
  </message>
  <message>
   <source>pale</source>
   <translation>창백함</translation>
  </message>
  <message>
   <source>pale skin</source>
   <translation>창백한 피부</translation>
  </message>
  <message>
   <source>light</source>
   <translation>밝은색</translation>
  </message>
  <message>
   <source>light skin</source>
   <translation>밝은 피부</translation>
  </message>
  <message>
   <source>tan</source>
   <translation>구릿빛</translation>
  </message>
  <message>
   <source>brown skin</source>
   <translation>갈색 피부</translation>
  </message>
  <message>
   <source>dark</source>
   <translation>어두운색</translation>
  </message>
  <message>
   <source>dark skin</source>
   <translation>어두운 피부</translation>
  </message>
  <message>
   <source>blue skin</source>
   <translation>파란색 피부</translation>
  </message>
  <message>
   <source>green skin</source>
   <translation>초록색 피부</translation>
  </message>
  <message>
   <source>Shirt</source>
   <translation>셔츠</translation>
  </message>
  <message>
   <source>black shirt</source>
   <translation>검은색 셔츠</translation>
  </message>
  <message>
   <source>white shirt</source>
   <translation>흰색 셔츠</translation>
  </message>
  <message>
   <source>grey shirt</source>
   <translation>회색 셔츠</translation>
  </message>
  <message>
   <source>brown shirt</source>
   <translation>갈색 셔츠</translation>
  </message>
  <message>
   <source>red shirt</source>
   <translation>빨간색 셔츠</translation>
  </message>
  <message>
   <source>orange shirt</source>
   <translation>주황색 셔츠</translation>
  </message>
  <message>
   <source>yellow shirt</source>
   <translation>노란색 셔츠</translation>
  </message>
  <message>
   <source>green shirt</source>
   <translation>초록색 셔츠</translation>
  </message>
  <message>
   <source>blue shirt</source>
   <translation>파란색 셔츠</translation>
  </message>
  <message>
   <source>purple shirt</source>
   <translation>보라색 셔츠</translation>
  </message>
  <message>
   <source>pink shirt</source>
   <translation>분홍색 셔츠</translation>
  </message>
  <message>
   <source>aqua shirt</source>
   <translation>하늘색 셔츠</translation>
  </message>
  <message>
   <source>Jacket and coat</source>
   <translation>재킷·코트</translation>
  </message>
  <message>
   <source>black jacket</source>
   <translation>검은색 재킷</translation>
  </message>
  <message>
   <source>white jacket</source>
   <translation>흰색 재킷</translation>
  </message>
  <message>
   <source>grey jacket</source>
   <translation>회색 재킷</translation>
  </message>
  <message>
   <source>brown jacket</source>
   <translation>갈색 재킷</translation>
  </message>
  <message>
   <source>red jacket</source>
   <translation>빨간색 재킷</translation>
  </message>
  <message>
   <source>orange jacket</source>
   <translation>주황색 재킷</translation>
  </message>
  <message>
   <source>yellow jacket</source>
   <translation>노란색 재킷</translation>
  </message>
  <message>
   <source>green jacket</source>
   <translation>초록색 재킷</translation>
  </message>
  <message>
   <source>blue jacket</source>
   <translation>파란색 재킷</translation>
  </message>
  <message>
   <source>purple jacket</source>
   <translation>보라색 재킷</translation>
  </message>
  <message>
   <source>pink jacket</source>
   <translation>분홍색 재킷</translation>
  </message>
  <message>
   <source>aqua jacket</source>
   <translation>하늘색 재킷</translation>
  </message>
  <message>
   <source>Dress</source>
   <translation>원피스</translation>
  </message>
  <message>
   <source>black dress</source>
   <translation>검은색 원피스</translation>
  </message>
  <message>
   <source>white dress</source>
   <translation>흰색 원피스</translation>
  </message>
  <message>
   <source>grey dress</source>
   <translation>회색 원피스</translation>
  </message>
  <message>
   <source>brown dress</source>
   <translation>갈색 원피스</translation>
  </message>
  <message>
   <source>red dress</source>
   <translation>빨간색 원피스</translation>
  </message>
  <message>
   <source>orange dress</source>
   <translation>주황색 원피스</translation>
  </message>
  <message>
   <source>yellow dress</source>
   <translation>노란색 원피스</translation>
  </message>
  <message>
   <source>green dress</source>
   <translation>초록색 원피스</translation>
  </message>
  <message>
   <source>blue dress</source>
   <translation>파란색 원피스</translation>
  </message>
  <message>
   <source>purple dress</source>
   <translation>보라색 원피스</translation>
  </message>
  <message>
   <source>pink dress</source>
   <translation>분홍색 원피스</translation>
  </message>
  <message>
   <source>aqua dress</source>
   <translation>하늘색 원피스</translation>
  </message>
  <message>
   <source>Skirt</source>
   <translation>치마</translation>
  </message>
  <message>
   <source>black skirt</source>
   <translation>검은색 치마</translation>
  </message>
  <message>
   <source>white skirt</source>
   <translation>흰색 치마</translation>
  </message>
  <message>
   <source>grey skirt</source>
   <translation>회색 치마</translation>
  </message>
  <message>
   <source>brown skirt</source>
   <translation>갈색 치마</translation>
  </message>
  <message>
   <source>red skirt</source>
   <translation>빨간색 치마</translation>
  </message>
  <message>
   <source>orange skirt</source>
   <translation>주황색 치마</translation>
  </message>
  <message>
   <source>yellow skirt</source>
   <translation>노란색 치마</translation>
  </message>
  <message>
   <source>green skirt</source>
   <translation>초록색 치마</translation>
  </message>
  <message>
   <source>blue skirt</source>
   <translation>파란색 치마</translation>
  </message>
  <message>
   <source>purple skirt</source>
   <translation>보라색 치마</translation>
  </message>
  <message>
   <source>pink skirt</source>
   <translation>분홍색 치마</translation>
  </message>
  <message>
   <source>aqua skirt</source>
   <translation>하늘색 치마</translation>
  </message>
  <message>
   <source>Trousers</source>
   <translation>바지</translation>
  </message>
  <message>
   <source>black pants</source>
   <translation>검은색 바지</translation>
  </message>
  <message>
   <source>white pants</source>
   <translation>흰색 바지</translation>
  </message>
  <message>
   <source>grey pants</source>
   <translation>회색 바지</translation>
  </message>
  <message>
   <source>brown pants</source>
   <translation>갈색 바지</translation>
  </message>
  <message>
   <source>red pants</source>
   <translation>빨간색 바지</translation>
  </message>
  <message>
   <source>orange pants</source>
   <translation>주황색 바지</translation>
  </message>
  <message>
   <source>yellow pants</source>
   <translation>노란색 바지</translation>
  </message>
  <message>
   <source>green pants</source>
   <translation>초록색 바지</translation>
  </message>
  <message>
   <source>blue pants</source>
   <translation>파란색 바지</translation>
  </message>
  <message>
   <source>purple pants</source>
   <translation>보라색 바지</translation>
  </message>
  <message>
   <source>pink pants</source>
   <translation>분홍색 바지</translation>
  </message>
  <message>
   <source>aqua pants</source>
   <translation>하늘색 바지</translation>
  </message>
  <message>
   <source>Legwear</source>
   <translation>양말류</translation>
  </message>
  <message>
   <source>black legwear</source>
   <translation>검은색 양말류</translation>
  </message>
  <message>
   <source>white legwear</source>
   <translation>흰색 양말류</translation>
  </message>
  <message>
   <source>grey legwear</source>
   <translation>회색 양말류</translation>
  </message>
  <message>
   <source>brown legwear</source>
   <translation>갈색 양말류</translation>
  </message>
  <message>
   <source>red legwear</source>
   <translation>빨간색 양말류</translation>
  </message>
  <message>
   <source>orange legwear</source>
   <translation>주황색 양말류</translation>
  </message>
  <message>
   <source>yellow legwear</source>
   <translation>노란색 양말류</translation>
  </message>
  <message>
   <source>green legwear</source>
   <translation>초록색 양말류</translation>
  </message>
  <message>
   <source>blue legwear</source>
   <translation>파란색 양말류</translation>
  </message>
  <message>
   <source>purple legwear</source>
   <translation>보라색 양말류</translation>
  </message>
  <message>
   <source>pink legwear</source>
   <translation>분홍색 양말류</translation>
  </message>
  <message>
   <source>aqua legwear</source>
   <translation>하늘색 양말류</translation>
  </message>
  <message>
   <source>Footwear</source>
   <translation>신발</translation>
  </message>
  <message>
   <source>black footwear</source>
   <translation>검은색 신발</translation>
  </message>
  <message>
   <source>white footwear</source>
   <translation>흰색 신발</translation>
  </message>
  <message>
   <source>grey footwear</source>
   <translation>회색 신발</translation>
  </message>
  <message>
   <source>brown footwear</source>
   <translation>갈색 신발</translation>
  </message>
  <message>
   <source>red footwear</source>
   <translation>빨간색 신발</translation>
  </message>
  <message>
   <source>orange footwear</source>
   <translation>주황색 신발</translation>
  </message>
  <message>
   <source>yellow footwear</source>
   <translation>노란색 신발</translation>
  </message>
  <message>
   <source>green footwear</source>
   <translation>초록색 신발</translation>
  </message>
  <message>
   <source>blue footwear</source>
   <translation>파란색 신발</translation>
  </message>
  <message>
   <source>purple footwear</source>
   <translation>보라색 신발</translation>
  </message>
  <message>
   <source>pink footwear</source>
   <translation>분홍색 신발</translation>
  </message>
  <message>
   <source>aqua footwear</source>
   <translation>하늘색 신발</translation>
  </message>
  <message>
   <source>Hat</source>
   <translation>모자</translation>
  </message>
  <message>
   <source>black hat</source>
   <translation>검은색 모자</translation>
  </message>
  <message>
   <source>white hat</source>
   <translation>흰색 모자</translation>
  </message>
  <message>
   <source>grey hat</source>
   <translation>회색 모자</translation>
  </message>
  <message>
   <source>brown hat</source>
   <translation>갈색 모자</translation>
  </message>
  <message>
   <source>red hat</source>
   <translation>빨간색 모자</translation>
  </message>
  <message>
   <source>orange hat</source>
   <translation>주황색 모자</translation>
  </message>
  <message>
   <source>yellow hat</source>
   <translation>노란색 모자</translation>
  </message>
  <message>
   <source>green hat</source>
   <translation>초록색 모자</translation>
  </message>
  <message>
   <source>blue hat</source>
   <translation>파란색 모자</translation>
  </message>
  <message>
   <source>purple hat</source>
   <translation>보라색 모자</translation>
  </message>
  <message>
   <source>pink hat</source>
   <translation>분홍색 모자</translation>
  </message>
  <message>
   <source>aqua hat</source>
   <translation>하늘색 모자</translation>
  </message>
  <message>
   <source>Glasses</source>
   <translation>안경</translation>
  </message>
  <message>
   <source>black eyewear</source>
   <translation>검은색 안경</translation>
  </message>
  <message>
   <source>red eyewear</source>
   <translation>빨간색 안경</translation>
  </message>
  <message>
   <source>blue eyewear</source>
   <translation>파란색 안경</translation>
  </message>
  <message>
   <source>brown eyewear</source>
   <translation>갈색 안경</translation>
  </message>
  <message>
   <source>grey eyewear</source>
   <translation>회색 안경</translation>
  </message>
  <message>
   <source>Ribbon and bow</source>
   <translation>리본</translation>
  </message>
  <message>
   <source>black ribbon</source>
   <translation>검은색 리본</translation>
  </message>
  <message>
   <source>white ribbon</source>
   <translation>흰색 리본</translation>
  </message>
  <message>
   <source>grey ribbon</source>
   <translation>회색 리본</translation>
  </message>
  <message>
   <source>brown ribbon</source>
   <translation>갈색 리본</translation>
  </message>
  <message>
   <source>red ribbon</source>
   <translation>빨간색 리본</translation>
  </message>
  <message>
   <source>orange ribbon</source>
   <translation>주황색 리본</translation>
  </message>
  <message>
   <source>yellow ribbon</source>
   <translation>노란색 리본</translation>
  </message>
  <message>
   <source>green ribbon</source>
   <translation>초록색 리본</translation>
  </message>
  <message>
   <source>blue ribbon</source>
   <translation>파란색 리본</translation>
  </message>
  <message>
   <source>purple ribbon</source>
   <translation>보라색 리본</translation>
  </message>
  <message>
   <source>pink ribbon</source>
   <translation>분홍색 리본</translation>
  </message>
  <message>
   <source>aqua ribbon</source>
   <translation>하늘색 리본</translation>
  </message>
  <message>
   <source>Neckwear</source>
   <translation>넥타이류</translation>
  </message>
  <message>
   <source>black neckwear</source>
   <translation>검은색 넥타이류</translation>
  </message>
  <message>
   <source>white neckwear</source>
   <translation>흰색 넥타이류</translation>
  </message>
  <message>
   <source>grey neckwear</source>
   <translation>회색 넥타이류</translation>
  </message>
  <message>
   <source>brown neckwear</source>
   <translation>갈색 넥타이류</translation>
  </message>
  <message>
   <source>red neckwear</source>
   <translation>빨간색 넥타이류</translation>
  </message>
  <message>
   <source>orange neckwear</source>
   <translation>주황색 넥타이류</translation>
  </message>
  <message>
   <source>yellow neckwear</source>
   <translation>노란색 넥타이류</translation>
  </message>
  <message>
   <source>green neckwear</source>
   <translation>초록색 넥타이류</translation>
  </message>
  <message>
   <source>blue neckwear</source>
   <translation>파란색 넥타이류</translation>
  </message>
  <message>
   <source>purple neckwear</source>
   <translation>보라색 넥타이류</translation>
  </message>
  <message>
   <source>pink neckwear</source>
   <translation>분홍색 넥타이류</translation>
  </message>
  <message>
   <source>aqua neckwear</source>
   <translation>하늘색 넥타이류</translation>
  </message>
  <message>
   <source>Gloves</source>
   <translation>장갑</translation>
  </message>
  <message>
   <source>black gloves</source>
   <translation>검은색 장갑</translation>
  </message>
  <message>
   <source>white gloves</source>
   <translation>흰색 장갑</translation>
  </message>
  <message>
   <source>brown gloves</source>
   <translation>갈색 장갑</translation>
  </message>
  <message>
   <source>red gloves</source>
   <translation>빨간색 장갑</translation>
  </message>
  <message>
   <source>blue gloves</source>
   <translation>파란색 장갑</translation>
  </message>
  <message>
   <source>grey gloves</source>
   <translation>회색 장갑</translation>
  </message>
  <message>
   <source>Lips</source>
   <translation>입술</translation>
  </message>
  <message>
   <source>red lips</source>
   <translation>빨간색 입술</translation>
  </message>
  <message>
   <source>pink lips</source>
   <translation>분홍색 입술</translation>
  </message>
  <message>
   <source>brown lips</source>
   <translation>갈색 입술</translation>
  </message>
  <message>
   <source>black lips</source>
   <translation>검은색 입술</translation>
  </message>
  <message>
   <source>Background</source>
   <translation>배경</translation>
  </message>
  <message>
   <source>white background</source>
   <translation>흰색 배경</translation>
  </message>
  <message>
   <source>grey background</source>
   <translation>회색 배경</translation>
  </message>
  <message>
   <source>blue background</source>
   <translation>파란색 배경</translation>
  </message>
  <message>
   <source>pink background</source>
   <translation>분홍색 배경</translation>
  </message>
  <message>
   <source>yellow background</source>
   <translation>노란색 배경</translation>
  </message>
  <message>
   <source>black background</source>
   <translation>검은색 배경</translation>
  </message>
  <message>
   <source>green background</source>
   <translation>초록색 배경</translation>
  </message>
  <message>
   <source>red background</source>
   <translation>빨간색 배경</translation>
  </message>
  <message>
   <source>brown background</source>
   <translation>갈색 배경</translation>
  </message>
  <message>
   <source>purple background</source>
   <translation>보라색 배경</translation>
  </message>
  <message>
   <source>orange background</source>
   <translation>주황색 배경</translation>
  </message>
  <message>
   <source>beige</source>
   <translation>베이지색</translation>
  </message>
  <message>
   <source>beige background</source>
   <translation>베이지색 배경</translation>
  </message>
  <message>
   <source>aqua background</source>
   <translation>하늘색 배경</translation>
  </message>
  <message>
   <source>Another colour for {part}, now {color}</source>
   <translation>{part}의 다른 색, 지금은 {color}</translation>
  </message>
  <message>
   <source>{tag}: {title} has not learned this tag</source>
   <translation>{tag}: {title}은(는) 이 태그를 배우지 않았습니다</translation>
  </message>
 </context>
 <context>
  <name>TagsPanel</name>
  <message>
   <source>Search tags</source>
   <translation>태그 검색</translation>
  </message>
  <message>
   <source>No tag has this name.</source>
   <translation>이 이름의 태그가 없습니다.</translation>
  </message>
  <message>
   <source>Colour of the part</source>
   <translation>이 부분의 색</translation>
  </message>
  <message>
   <source>Remove this tag</source>
   <translation>이 태그 제거</translation>
  </message>
  <message>
   <source>Remove {tag}</source>
   <translation>{tag} 제거</translation>
  </message>
 </context>
 <context>
  <name>TestField</name>
  <message>
   <source>Test field for the pen</source>
   <translation>펜 시험 칸</translation>
  </message>
  <message>
   <source>Try the pen here</source>
   <translation>여기서 펜을 시험하세요</translation>
  </message>
 </context>
 <context>
  <name>ThemeMenu</name>
  <message>
   <source>As the &amp;system</source>
   <translation>시스템대로(&amp;S)</translation>
  </message>
  <message>
   <source>&amp;Dark</source>
   <translation>어둡게(&amp;D)</translation>
  </message>
  <message>
   <source>&amp;Light</source>
   <translation>밝게(&amp;L)</translation>
  </message>
  <message>
   <source>T&amp;heme</source>
   <translation>테마(&amp;A)</translation>
  </message>
 </context>
 <context>
  <name>TintButton</name>
  <message>
   <source>derived from each colour</source>
   <translation>각 색에서 자동</translation>
  </message>
  <message>
   <source>Derived from each colour</source>
   <translation>각 색에서 자동</translation>
  </message>
  <message>
   <source>The brush's colour {color}</source>
   <translation>브러시 색 {color}</translation>
  </message>
 </context>
 <context>
  <name>ToolColumn</name>
  <message>
   <source>Tools</source>
   <translation>도구</translation>
  </message>
 </context>
 <context>
  <name>ToolTips</name>
  <message>
   <source>A dot of colour: everything that belongs together takes it.</source>
   <translation>색 점 하나. 함께 속한 곳이 모두 그 색이 됩니다.</translation>
  </message>
  <message>
   <source>A stroke of colour says what things are. On a paint layer it paints.</source>
   <translation>색 획으로 무엇의 색인지 알립니다. 페인트 레이어에서는 칠합니다.</translation>
  </message>
  <message>
   <source>Gives one region exactly this colour, and changes nothing else.</source>
   <translation>한 영역만 정확히 이 색으로 하고 다른 곳은 바꾸지 않습니다.</translation>
  </message>
  <message>
   <source>Fills every region that the loop holds.</source>
   <translation>고리로 두른 영역을 모두 채웁니다.</translation>
  </message>
  <message>
   <source>A line that is not drawn, and that no colour crosses.</source>
   <translation>그려지지 않지만 색이 넘지 못하는 선입니다.</translation>
  </message>
  <message>
   <source>Makes one region of all those that it leads through.</source>
   <translation>지나간 영역을 모두 하나로 만듭니다.</translation>
  </message>
  <message>
   <source>Shade or light by hand, where the lamp does not know better.</source>
   <translation>빛만으로 부족한 곳에 그림자나 빛을 손으로 칠합니다.</translation>
  </message>
  <message>
   <source>Takes hints and marks away, and paint on a paint layer.</source>
   <translation>힌트와 표시를 지우고, 페인트 레이어에서는 칠을 지웁니다.</translation>
  </message>
  <message>
   <source>Chooses where paint may go: by region, by colour or by a loop.</source>
   <translation>칠할 수 있는 곳을 영역, 색, 올가미로 고릅니다.</translation>
  </message>
  <message>
   <source>Drags a hint to where it says more.</source>
   <translation>힌트를 더 알맞은 곳으로 끕니다.</translation>
  </message>
  <message>
   <source>Takes a colour out of the picture.</source>
   <translation>그림에서 색을 가져옵니다.</translation>
  </message>
  <message>
   <source>Moves the picture in the window.</source>
   <translation>창 안에서 그림을 옮깁니다.</translation>
  </message>
 </context>
 <context>
  <name>Tour</name>
  <message>
   <source>The sample drawings are missing; reinstall Tintline.</source>
   <translation>예제 그림이 없습니다. Tintline을 다시 설치하세요.</translation>
  </message>
  <message>
   <source>Say one colour</source>
   <translation>색 하나 알려 주기</translation>
  </message>
  <message>
   <source>Draw a short stroke on the hair. Everything that belongs to it takes the colour.</source>
   <translation>머리카락 위에 짧게 한 획을 그으세요. 머리카락 전체가 그 색이 됩니다.</translation>
  </message>
  <message>
   <source>Choose another</source>
   <translation>다른 색 고르기</translation>
  </message>
  <message>
   <source>Press another hue on the ring, then a tone in its middle.</source>
   <translation>고리에서 다른 색상을, 안쪽에서 밝기를 고르세요.</translation>
  </message>
  <message>
   <source>Say it where it is wrong</source>
   <translation>틀린 곳에 알려 주기</translation>
  </message>
  <message>
   <source>Draw on the clothes, or wherever you want that colour. A few strokes are enough.</source>
   <translation>옷이나 그 색을 원하는 곳에 그으세요. 몇 획이면 충분합니다.</translation>
  </message>
  <message>
   <source>Take it back</source>
   <translation>되돌리기</translation>
  </message>
  <message>
   <source>{keys} takes the last step back. Nothing that you try is lost or final.</source>
   <translation>{keys}로 마지막 단계를 되돌립니다. 무엇을 해 보아도 잃거나 굳어지지 않습니다.</translation>
  </message>
  <message>
   <source>This button takes the last step back. Nothing that you try is lost or final.</source>
   <translation>이 버튼으로 마지막 단계를 되돌립니다. 무엇을 해 보아도 잃거나 굳어지지 않습니다.</translation>
  </message>
  <message>
   <source>Or name colours</source>
   <translation>또는 이름으로</translation>
  </message>
  <message>
   <source>Press a colour in this list: the hair, eyes or clothes take it by name.</source>
   <translation>목록에서 색을 누르면 머리카락, 눈, 옷이 그 색이 됩니다.</translation>
  </message>
  <message>
   <source>Turn the light</source>
   <translation>빛 돌리기</translation>
  </message>
  <message>
   <source>Drag the sun around its ring. Shade and highlights follow it.</source>
   <translation>해를 고리를 따라 끌어 보세요. 그림자와 하이라이트가 따라옵니다.</translation>
  </message>
  <message>
   <source>Look beneath</source>
   <translation>아래 들여다보기</translation>
  </message>
  <message>
   <source>Lines, colours and hints are layers. Press an eye to hide one. Your drawing itself is never changed.</source>
   <translation>선, 색, 힌트는 레이어입니다. 눈을 누르면 숨겨집니다. 그림 자체는 결코 바뀌지 않습니다.</translation>
  </message>
  <message>
   <source>Take it home</source>
   <translation>가져가기</translation>
  </message>
  <message>
   <source>This button writes a picture. The File menu writes PSD and OpenRaster with all layers for other programs. Then open a drawing of your own.</source>
   <translation>이 단추로 그림을 내보냅니다. 파일 메뉴는 다른 프로그램용으로 모든 레이어를 PSD나 OpenRaster로 내보냅니다. 이제 자신의 그림을 열어 보세요.</translation>
  </message>
 </context>
 <context>
  <name>Workspaces</name>
  <message>
   <source>&amp;Workspace</source>
   <translation>작업 공간(&amp;K)</translation>
  </message>
  <message>
   <source>&amp;Save the panels as…</source>
   <translation>패널 배치 저장(&amp;S)…</translation>
  </message>
  <message>
   <source>&amp;Reset the panels</source>
   <translation>패널 초기화(&amp;R)</translation>
  </message>
  <message>
   <source>Workspace</source>
   <translation>작업 공간</translation>
  </message>
  <message>
   <source>Name of the workspace</source>
   <translation>작업 공간 이름</translation>
  </message>
 </context>
 <context>
  <name>WorkspacesPage</name>
  <message>
   <source>Workspaces</source>
   <translation>작업 공간</translation>
  </message>
  <message>
   <source>A workspace is where the panels lie. Switch in the menu View.</source>
   <translation>작업 공간은 패널의 배치입니다. ‘보기’ 메뉴에서 바꿉니다.</translation>
  </message>
  <message>
   <source>Save the panels as…</source>
   <translation>패널 배치 저장…</translation>
  </message>
  <message>
   <source>Switch to it</source>
   <translation>바꾸기</translation>
  </message>
  <message>
   <source>Rename…</source>
   <translation>이름 바꾸기…</translation>
  </message>
  <message>
   <source>Forget</source>
   <translation>삭제</translation>
  </message>
  <message>
   <source>Reset the panels</source>
   <translation>패널 초기화</translation>
  </message>
  <message>
   <source>Name of the workspace</source>
   <translation>작업 공간 이름</translation>
  </message>
  <message>
   <source>Workspace</source>
   <translation>작업 공간</translation>
  </message>
 </context>
</TS>
