// The report of a day. Everything typed and photographed lies in the phone at once and comes back when the page is opened
// again; pressing 提交 puts it into the outbox. Where nothing can be kept, the form stays the plain one the server reads.
(function () {
  const form = document.querySelector('form[data-report]');
  if (!form) return;
  const store = field.store;
  const clock = field.clock;
  const one = (selector, root) => (root || form).querySelector(selector);
  const all = (selector, root) => Array.from((root || form).querySelectorAll(selector));
  const named = (name) => Array.from(form.elements).filter((element) => element.name === name);
  const contract = form.dataset.contract;
  const openedAt = Date.now();
  let key;
  let report; // the record of this form, once there is something to keep
  let pressed; // the button of the last press; older browsers do not say which one sends

  const make = field.make;
  const saveLine = document.querySelector('[data-save-line]');
  const photoList = one('[data-photos]');
  const saidOfPhotos = make('ul', '', 'photo-said');
  const panel = make('section', '', 'sent-panel');
  panel.hidden = true;

  async function start() {
    if (!(await store.works())) {
      field.warn('这台手机不让网页保存内容，请在有网时填完并提交');
      return;
    }
    form.insertAdjacentElement('beforebegin', panel);
    photoList.insertAdjacentElement('afterend', saidOfPhotos);
    await clock.begin();
    openOnDay();
    await countOnWhatWaits();
    await findOwn();
    form.addEventListener('input', saveSoon);
    form.addEventListener('change', saveSoon);
    form.addEventListener('change', changeDay);
    form.addEventListener('click', (event) => {
      const button = event.target.closest('[data-send]');
      if (button) pressed = button;
    });
    form.addEventListener('submit', submit);
    one('[data-camera]').addEventListener('change', addPhotos);
    window.addEventListener('pagehide', saveNow);
    document.addEventListener('visibilitychange', () => document.hidden && saveNow());
    document.addEventListener('field-changed', showSoon);
    document.addEventListener('field-status', showSoon);
    form.dataset.ready = 'yes';
    await show();
  }

  // ---- The day. A page kept in the phone may be of an earlier day, or of another day than the one that was asked for.

  function openOnDay() {
    const printed = form.dataset.openedOn.split('.')[1];
    const printedToday = form.dataset.today;
    const [, asked] = /[?&]on=(\d{4}-\d\d-\d\d)/.exec(location.search) || [];
    let today = printedToday;
    if (field.isFromPhone && clock.today() > today) today = clock.today();
    const day = field.isFromPhone ? asked || today : printed;
    key = contract + '.' + day;
    if (day === printed && today === printedToday) return;
    named('workedOn').forEach((input) => {
      const back = Math.round((Date.parse(printedToday) - Date.parse(input.value)) / 86400000);
      input.value = clock.addDays(today, -back);
      input.defaultChecked = input.checked = input.value === day;
      const words = input.parentNode.querySelector('span');
      if (words) words.textContent = (['今天 ', '昨天 '][back] || '') + clock.inWords(input.value);
    });
    const title = document.querySelector('h1');
    title.textContent = title.textContent.replace(clock.inWords(printed), clock.inWords(day));
  }

  const dayOf = () => {
    const days = named('workedOn');
    const chosen = days.find((day) => day.checked) || days[0];
    return chosen ? chosen.value : key.split('.')[1];
  };

  // Another day, and nothing typed yet: its own form, with what was told by then.
  async function changeDay({ target }) {
    if (target.name !== 'workedOn' || changed().some(([name]) => name !== 'workedOn')) return;
    if (report && (await store.photos(report.uuid)).length) return;
    stopTimer();
    if (report) await store.forget(report.uuid);
    location.assign(field.base + pageOf(target.value));
  }

  const pageOf = (day) => '/m/report?contract=' + contract + '&on=' + day;

  // What was told in reports that still wait here counts as told.
  async function countOnWhatWaits() {
    const waiting = (await store.reports())
      .filter((other) => other.contract === contract && other.state === 'waiting' && other.workedOn < dayOf())
      .sort((other, next) => (other.workedOn < next.workedOn ? -1 : 1));
    waiting.forEach(({ entries }) => {
      if (!entries.some(([name, value]) => name === 'kind' && value === 'work')) return;
      entries.forEach(([name, value]) => {
        const [input] = name.startsWith('value.') || name === 'workers' ? named(name) : [];
        if (!input) return;
        input.value = value;
        input.defaultValue = value;
        const [was] = named(name.replace('value.', 'was.'));
        if (was && was !== input) was.value = value;
      });
    });
  }

  // ---- Keeping and finding again

  const isTyped = ({ type, name }) => name && !/^(hidden|password|file|submit|button|fieldset)$/.test(type);
  const isTick = ({ type }) => /^(radio|checkbox)$/.test(type);

  // Only what was changed: the rest may be newer on the page when it is opened again.
  function changed() {
    return Array.from(form.elements)
      .filter(isTyped)
      .filter((input) =>
        isTick(input) ? input.checked !== input.defaultChecked : input.value !== input.defaultValue,
      )
      .map((input) => (isTick(input) ? [input.name, input.value, input.checked] : [input.name, input.value]));
  }

  function fill(values) {
    values.forEach(([name, value, ticked]) =>
      named(name).forEach((input) => {
        if (!isTick(input)) input.value = value;
        else if (input.value === value) input.checked = ticked;
      }),
    );
    all('[data-item]').forEach(showFall);
  }

  async function findOwn() {
    const mine = (await store.reports()).filter((other) => other.key === key && other.state !== 'sent');
    report = mine[mine.length - 1];
    if (!report) return;
    fill(report.changed || []);
    if (report.state !== 'waiting') saidSaved(report.savedAt);
    if (report.state === 'refused') mend(report.blockers);
  }

  const saidSaved = (at) => (saveLine.textContent = clock.time(at) + ' 已自动保存在手机');

  // Not later than 300 ms after the first touch, also while somebody goes on typing.
  let timer = 0;
  function saveSoon(event) {
    if (event.target.type === 'file') return;
    saveLine.dataset.unsaved = 'yes';
    if (!timer) timer = setTimeout(saveNow, 300);
  }

  function saveNow() {
    stopTimer();
    return 'unsaved' in saveLine.dataset ? save({}) : undefined;
  }

  function stopTimer() {
    clearTimeout(timer);
    timer = 0;
  }

  async function save(more) {
    const values = {
      contract,
      contractName: form.dataset.contractName,
      compound: form.dataset.compound,
      workedOn: dayOf(),
      page: pageOf(key.split('.')[1]),
      changed: changed(),
      savedAt: Date.now(),
    };
    delete saveLine.dataset.unsaved;
    try {
      report = await store.write(key, Object.assign(values, more));
      saidSaved(report.savedAt);
    } catch (error) {
      saveLine.dataset.unsaved = 'yes';
      saveLine.textContent = '手机存不下了，请先删些照片或视频，内容还在这一页';
      throw error;
    }
    return report;
  }

  // ---- Numbers: minus, plus, +5, +10, 完成

  function startStepper(row) {
    const input = one('input[data-value]', row);
    const whole = Number(row.dataset.whole) || Infinity;
    const set = (value) => {
      input.value = String(Math.round(Math.max(0, Math.min(whole, value)) * 100) / 100);
      input.dispatchEvent(new Event('input', { bubbles: true }));
    };
    all('[data-by], [data-quick]', row).forEach((part) => (part.hidden = false));
    row.addEventListener('click', (event) => {
      const button = event.target.closest('button');
      if (!button) return;
      const { by, add, full } = button.dataset;
      if (by || add) set((Number(input.value) || 0) + Number(by || add));
      if (full !== undefined) set(whole);
    });
    input.addEventListener('input', () => showFall(row));
    showFall(row);
  }

  // Below what was told before: why? A form that opened on a post shows that post's numbers, which may well be corrected
  // downwards; there the server says where a reason is wanted.
  const correctsPost = named('corrects').length > 0;
  const fell = (row) => {
    const was = one('input[name^="was."]', row);
    const input = one('input[data-value]', row);
    return Boolean(
      !correctsPost &&
      was &&
      was.value !== '' &&
      input.value !== '' &&
      Number(input.value) < Number(was.value),
    );
  };
  function showFall(row) {
    const why = one('[data-fell]', row);
    if (!why) return;
    if (fell(row)) why.open = true;
    // The server may ask for a reason where nothing fell: beside a later day.
    const asked = correctsPost || (report && report.state === 'refused');
    why.hidden = !asked && !fell(row) && !one('input', why).value;
  }

  // ---- Photos

  async function addPhotos(event) {
    const files = Array.from(event.target.files);
    event.target.value = '';
    const point = named('pointId').find((input) => !isTick(input) || input.checked);
    if (!report || report.state === 'waiting') await save({});
    for (const file of files) {
      if (!(await field.photos.looksLikePhoto(file))) {
        saidOfPhotos.appendChild(make('li', '「' + file.name + '」不是照片，请选 JPG、PNG 或 HEIC', 'mend'));
        continue;
      }
      try {
        await field.photos.add(report.uuid, file, point ? point.value : '');
      } catch (error) {
        saidOfPhotos.appendChild(make('li', '手机存不下这张照片了，请先删些照片或视频再拍', 'mend'));
      }
    }
    saidSaved(Date.now());
    field.outbox.send();
  }

  const tiles = new Map();

  async function showPhotos() {
    const photos = report ? await store.photos(report.uuid) : [];
    tiles.forEach((tile, uuid) => {
      if (photos.some((photo) => photo.uuid === uuid)) return;
      tile.remove();
      tiles.delete(uuid);
    });
    photos.forEach((photo, at) => {
      if (!tiles.has(photo.uuid)) tiles.set(photo.uuid, newTile(photo));
      showTile(tiles.get(photo.uuid), photo, at);
    });
    all('[data-refused]', saidOfPhotos).forEach((line) => line.remove());
    photos
      .filter((photo) => photo.state === 'refused' && !photo.isDropped)
      .forEach((photo) => {
        const line = make('li', photo.said, 'mend');
        line.dataset.refused = photo.uuid;
        saidOfPhotos.appendChild(line);
      });
    showCount(photos);
  }

  function newTile({ uuid }) {
    const tile = make('li');
    tile.dataset.photo = uuid;
    const picture = make('img');
    picture.alt = '';
    tile.appendChild(picture);
    tile.appendChild(make('span', '', 'state'));
    tile.appendChild(make('button', '', 'drop')).type = 'button';
    tile.addEventListener('click', (event) => {
      const button = event.target.closest('button');
      if (!button) return;
      if (button.className === 'drop')
        store.mendPhoto(uuid, (photo) => void (photo.isDropped = !photo.isDropped));
      else field.outbox.send();
    });
    photoList.appendChild(tile);
    return tile;
  }

  function showTile(tile, photo, at) {
    if (photo.state !== 'raw' && !tile.dataset.shown) {
      tile.dataset.shown = 'yes';
      field.photos.show(photo.uuid, one('img', tile));
    }
    const { words, kind, again } = field.photoWords(photo);
    const wanted = again ? 'BUTTON' : 'SPAN';
    let state = one('.state', tile);
    if (state.tagName !== wanted) {
      const other = make(wanted.toLowerCase());
      if (again) other.type = 'button';
      state.replaceWith(other);
      state = other;
    }
    state.className = 'state ' + kind;
    field.write(state, photo.isDropped ? '已去掉' : words);
    tile.classList.toggle('dropped', Boolean(photo.isDropped));
    const drop = one('.drop', tile);
    drop.setAttribute('aria-label', (photo.isDropped ? '放回第 ' : '去掉第 ') + (at + 1) + ' 张照片');
    field.write(drop, photo.isDropped ? '↺' : '×');
  }

  const countOf = (photos) =>
    photos.filter((photo) => !photo.isDropped && photo.state !== 'refused').length +
    all('input[name=keep], input[name=photosKept]').filter(
      (input) => input.type === 'hidden' || input.checked,
    ).length;

  function showCount(photos) {
    const line = one('[data-photo-count]');
    if (!line) return;
    const have = countOf(photos);
    const most = Number(line.dataset.most);
    const wished = '最好 ' + line.dataset.wished + ' 张，';
    field.write(
      line,
      have > most ? tooMany(have, most) : (have < line.dataset.wished ? wished : '') + '已有 ' + have + ' 张',
    );
    line.classList.toggle('late-words', have > most);
  }

  const tooMany = (have, most) => '一份日报最多 ' + most + ' 张照片，现在有 ' + have + ' 张，请去掉多的';

  // ---- Sending

  async function submit(event) {
    event.preventDefault();
    const button = event.submitter || pressed || one('[data-send]');
    const kind = button.value;
    const photos = report ? await store.photos(report.uuid) : [];
    const speaksAgainst = check(kind, photos);
    mend(speaksAgainst);
    if (speaksAgainst.length) return;
    stopTimer();
    // Also a correction under way knows what was typed; the token and the number are put in when it is sent.
    const entries = Array.from(new FormData(form)).filter(
      ([name, value]) => typeof value === 'string' && !/^(_csrf|uuid|kind)$/.test(name),
    );
    if (named('workedOn').length === 0) entries.push(['workedOn', dayOf()]);
    await save({
      state: 'waiting',
      entries: entries.concat([['kind', kind]]),
      blockers: [],
      submittedAt: Date.now(),
    });
    await show();
    one('h2', panel).focus();
    field.outbox.send();
  }

  // What the server would certainly refuse is said while the person is still here; the server judges everything again.
  function check(kind, photos) {
    const found = [];
    const filled = (name) =>
      named(name).some((input) => (isTick(input) ? input.checked : input.value.trim()));
    const line = one('[data-photo-count]');
    const have = countOf(photos);
    if (line && have > Number(line.dataset.most)) found.push(tooMany(have, line.dataset.most));
    if (kind === 'stopped' && !filled('holdups') && !filled('sentence'))
      found.push('请选停工的原因，或写一句话');
    if (kind === 'stopped' && toldRows().length) found.push('「今日停工」不填进度；有施工的请点「提交日报」');
    if (kind === 'same' && toldRows().length)
      found.push('进度有改动，请点「提交日报」；要同昨天，请先改回原来的数');
    if (kind !== 'work') return found;
    const [workers] = named('workers');
    if (workers.value.trim() === '') found.push('请填写「工人数」');
    else if (Number(workers.value) === 0) found.push('没有人施工请点「今日停工」');
    const told = toldRows();
    told.forEach((row) => found.push(...checkValue(row)));
    if (!told.length && !have && !filled('sentence')) found.push('请至少填一项进度、拍一张照片或写一句话');
    return found;
  }

  // The items whose number is another than the one that stood there.
  const toldRows = () =>
    all('[data-item]').filter((row) => {
      const { value, name } = one('input[data-value]', row);
      const [was] = named(name.replace('value.', 'was.'));
      return value !== '' && (!was || value !== was.value);
    });

  function checkValue(row) {
    const { name, whole, measure, unit } = row.dataset;
    const { value } = one('input[data-value]', row);
    const why = one('[data-fell] input', row);
    const words = measure === 'share' ? '%' : ' ' + unit;
    if (!/^\d+(\.\d{1,2})?$/.test(value.trim())) return ['「' + name + '」只能填数字，最多两位小数，如 12.5'];
    if (measure === 'share' && Number(value) > 100) {
      return ['「' + name + '」的完成比例要在 0 到 100 之间，现在填的是 ' + value];
    }
    if (Number(value) > Number(whole)) {
      const exceeds = '「' + name + '」累计 ' + value + words + '，超过工程量 ' + whole + words;
      return [exceeds + '。请核对；确实增加的，请先由街道项目负责人调整工程量'];
    }
    if (fell(row) && why && !why.value.trim()) {
      const was = one('input[name^="was."]', row).value + words;
      return [
        '「' + name + '」' + value + words + '，比之前报的 ' + was + '低。确认返工或更正的，请写明原因',
      ];
    }
    return [];
  }

  function mend(sentences) {
    const summary = document.querySelector('[data-mend]');
    const list = summary && one('ul', summary);
    if (!list) return;
    summary.hidden = !sentences.length;
    list.textContent = '';
    sentences.forEach((sentence) => list.appendChild(make('li', sentence)));
    if (!sentences.length) return;
    summary.tabIndex = -1;
    summary.focus();
  }

  // ---- What is shown: the form while it is written, the panel once it is on its way

  let showing = Promise.resolve();
  function showSoon() {
    showing = showing.then(show, show);
  }

  async function show() {
    await follow();
    const isSent = Boolean(report) && (report.state === 'waiting' || report.state === 'sent');
    form.hidden = isSent;
    panel.hidden = !isSent;
    if (isSent) field.showSending(panel, report, await store.photos(report.uuid), changeAgain);
    await showPhotos();
  }

  // The record may have been sent, refused, or sent from another tab since.
  async function follow() {
    const now = (await store.reports()).filter((other) => other.key === key);
    const same = report && now.find((other) => other.uuid === report.uuid);
    // Another tab began this report, or went on with it.
    const last = now[now.length - 1];
    const before = report || { state: 'draft' };
    report = same || (last && (report || last.state !== 'sent' || last.sentAt > openedAt) ? last : report);
    if (!same && report && report.state === 'draft' && !changed().length) fill(report.changed || []);
    if (before.state !== 'waiting' || report.state !== 'refused') return;
    saidSaved(report.savedAt);
    form.hidden = false;
    all('[data-item]').forEach(showFall);
    mend(report.blockers);
  }

  async function changeAgain() {
    const back = await field.outbox.takeBack(report.uuid);
    if (back) report = back;
    await show();
  }

  all('[data-item], [data-crew]').forEach(startStepper);
  start();
})();
