// Every page of the phone: the line that says how things stand, the list of what waits, and pages kept for opening them
// without network. The form of a day has a file of its own (field-form.js).
(function () {
  const one = (selector, root) => (root || document).querySelector(selector);
  const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));
  const page = document.body.dataset.page;
  const { store, clock, outbox } = field;

  field.make = function (name, text, className) {
    const element = document.createElement(name);
    if (text) element.textContent = text;
    if (className) element.className = className;
    return element;
  };

  // Screen readers read a status again when it is written again.
  field.write = function (element, text) {
    if (element.textContent !== text) element.textContent = text;
  };

  // ---- The line under the head

  const net = one('[data-net]');
  const said = one('[data-net-text]');
  const more = field.make('a');
  more.hidden = true;
  said.insertAdjacentElement('afterend', more);
  let warning = '';
  field.warn = function (text) {
    warning = text;
    showNet();
  };

  function netWords({ state, done, total, text }) {
    if (state === 'sign-in') return text || '登录已过期，刚才填的内容已保存，登录后继续';
    if (state === 'offline') return '没有网络。内容和照片已存手机，有网自动发。';
    if (state === 'sending') return '已存在手机，正在发送 ' + Math.min(done + 1, total) + '/' + total;
    if (state === 'trouble') return text || '系统暂时收不下，内容已存手机，稍后自动再发';
    return warning;
  }

  function showNet() {
    const { status } = outbox;
    const words = netWords(status);
    net.hidden = !words;
    net.dataset.state = status.state;
    field.write(said, words);
    more.hidden = status.state !== 'sign-in';
    more.href = status.link ? field.base + status.link.replace(field.base, '') : '';
    field.write(more, status.state === 'sign-in' ? '去登录' : '');
  }

  async function showCount() {
    const link = one('[data-outbox-link]');
    if (!link) return;
    const left = (await store.reports()).filter((report) => report.state !== 'sent').length;
    link.hidden = !left || page === 'outbox' || page === 'report';
    if (page === 'enter') {
      // Whoever is not in yet is led back here from there.
      link.removeAttribute('href');
      field.write(link, '手机里还有 ' + left + ' 份没发出，进入后自动发');
      return;
    }
    field.write(one('[data-outbox-count]', link), String(left));
  }

  // ---- Words for what lies in the phone

  field.photoWords = function ({ uuid, state, said }) {
    if (state === 'kept') return { words: '✓ 已上传', kind: 'ok' };
    if (state === 'refused') return { words: '没收下', kind: 'bad' };
    if (state === 'raw') return { words: '正在存', kind: '' };
    if (outbox.status.photo === uuid) return { words: '正在传', kind: '' };
    if (outbox.status.state === 'offline') return { words: '等网络', kind: '' };
    if (said || outbox.status.state === 'trouble')
      return { words: '没传上，点此重试', kind: 'bad', again: true };
    return { words: '已存手机', kind: '' };
  };

  const isSending = () => outbox.status.state === 'sending';

  function reportWords(report, photos) {
    const mine = photos.filter((photo) => !photo.isDropped);
    const done = mine.filter(({ state }) => state === 'kept').length;
    if (report.state === 'sent') return '已送达 ' + clock.time(report.sentAt);
    if (report.state === 'draft') return '还没提交，' + clock.time(report.savedAt) + ' 存下的';
    if (report.state === 'refused') return '没收下，请修改后再交';
    if (isSending())
      return '已存在手机，正在发送 ' + Math.min(done + 1, mine.length + 1) + '/' + (mine.length + 1);
    return outbox.status.state === 'offline' ? '已存在手机，等网络' : '已存在手机，还没发出';
  }

  // ---- The panel that stands where the form was

  field.showSending = function (panel, report, photos, change) {
    if (!panel.firstChild) {
      const inside = panel.appendChild(field.make('div', '', 'w'));
      // A headline has no other role: what is read again when it changes stands around it.
      const said = inside.appendChild(field.make('div'));
      said.setAttribute('role', 'status');
      const title = said.appendChild(field.make('h2'));
      title.tabIndex = -1;
      inside.appendChild(field.make('p', '', 'what'));
      inside.appendChild(field.make('ul', '', 'warnings'));
      const links = inside.appendChild(field.make('p', '', 'links'));
      const again = links.appendChild(field.make('button', '修改这份日报', 'btn'));
      again.type = 'button';
      again.addEventListener('click', change);
      const open = links.appendChild(field.make('a', '看这份日报', 'btn'));
      open.dataset.open = '';
      const home = links.appendChild(field.make('a', '回到今天', 'btn btn-p'));
      home.href = field.base + '/m';
    }
    const isSent = report.state === 'sent';
    field.write(one('h2', panel), reportWords(report, photos));
    panel.dataset.state = report.state;
    const what = isSent ? '等确认，确认前不公开。' : '可以关掉这个页面，有网自动发，不会丢。';
    field.write(
      one('.what', panel),
      clock.inWords(report.workedOn) + ' ' + report.contractName + '。' + what,
    );
    const sentences = (isSent ? report.warnings : report.blockers) || [];
    const refused = photos.filter((photo) => photo.state === 'refused' && !photo.isDropped);
    fillList(
      one('.warnings', panel),
      sentences.concat(refused.map((photo) => '有一张照片没收下：' + photo.said)),
    );
    one('button', panel).hidden = isSent;
    const open = one('[data-open]', panel);
    open.hidden = !isSent || !report.link;
    if (report.link) open.href = field.base + report.link.replace(field.base, '');
  };

  function fillList(list, sentences) {
    if (
      list.children.length === sentences.length &&
      sentences.every((text, at) => list.children[at].textContent === text)
    )
      return;
    list.textContent = '';
    sentences.forEach((sentence) => list.appendChild(field.make('li', sentence)));
  }

  // ---- The page of what waits

  async function showOutbox() {
    const list = one('[data-outbox]');
    if (!list) return;
    const reports = await store.reports();
    const photos = await store.photos();
    const kept = new Map(Array.from(list.children, (row) => [row.dataset.report, row]));
    reports.forEach((report) => {
      const row = kept.get(report.uuid) || list.appendChild(newRow(report.uuid));
      kept.delete(report.uuid);
      showRow(
        row,
        report,
        photos.filter((photo) => photo.report === report.uuid),
      );
    });
    kept.forEach((row) => row.remove());
    one('[data-outbox-empty]').hidden = reports.some(({ state }) => state !== 'sent');
  }

  function newRow(uuid) {
    const row = document.importNode(one('template[data-outbox-row]').content, true).querySelector('li');
    row.dataset.report = uuid;
    one('[data-retry]', row).addEventListener('click', outbox.send);
    const drop = field.make('button', '不要了', 'btn');
    drop.type = 'button';
    drop.dataset.forget = '';
    drop.addEventListener('click', () => {
      if (drop.dataset.sure) store.forget(uuid);
      drop.dataset.sure = 'yes';
      drop.textContent = '再点一次就删掉';
    });
    one('[data-retry]', row).insertAdjacentElement('afterend', drop);
    return row;
  }

  function showRow(row, report, photos) {
    const mine = photos.filter((photo) => !photo.isDropped);
    const isSent = report.state === 'sent';
    row.dataset.state = report.state;
    const where = [report.compound, report.contractName].filter(Boolean).join(' · ');
    field.write(one('[data-what]', row), clock.inWords(report.workedOn) + ' 日报，' + where);
    field.write(one('[data-state]', row), reportWords(report, photos));
    const states = mine.map((photo) => field.photoWords(photo).words);
    const counted = Array.from(
      new Set(states),
      (words) => states.filter((one) => one === words).length + ' 张' + words,
    );
    const count = isSent ? report.photos : mine.length;
    field.write(
      one('[data-photos-state]', row),
      '照片 ' + count + ' 张' + (counted.length ? '：' + counted.join('，') : ''),
    );
    const refused = mine
      .filter((photo) => photo.state === 'refused')
      .map((photo) => '照片没收下：' + photo.said);
    const sentences = isSent ? report.warnings : report.blockers;
    fillList(one('[data-blockers]', row), (sentences || []).concat(refused));
    one('[data-retry]', row).hidden = report.state !== 'waiting';
    one('[data-forget]', row).hidden = report.state === 'waiting' || (isSent && !refused.length);
    const edit = one('[data-edit]', row);
    edit.hidden = isSent;
    if (report.page) edit.href = field.base + report.page;
  }

  // ---- Pages kept for opening without network (field-worker.js hands them out)

  async function keepPages() {
    if (!window.caches || !navigator.serviceWorker || !navigator.onLine) return;
    const kept = await caches.open('yuanxin-field-pages');
    const wanted = ['/m', '/m/outbox'].map((path) => location.origin + field.base + path);
    all('a.btn[href*="/m/report"]').forEach((link) => wanted.push(link.href));
    for (const address of new Set(wanted.concat(page === 'report' ? [location.href] : []))) {
      // On the page of today all are fetched anew, elsewhere only those that are not there.
      if (page !== 'today' && (await kept.match(address))) continue;
      const answer = await fetch(address, { credentials: 'same-origin' });
      if (answer.ok && !answer.redirected) await kept.put(address, answer);
    }
  }
  const keepQuietly = () => keepPages().catch(() => undefined);

  async function registerWorker() {
    if (!navigator.serviceWorker) return;
    try {
      await navigator.serviceWorker.register(field.base + '/m/sw.js', { scope: field.base + '/m' });
      await navigator.serviceWorker.ready;
      await keepPages();
      document.documentElement.dataset.kept = 'yes';
    } catch (error) {
      return; // without it the pages want a network; what is typed is kept all the same
    }
  }

  async function begin() {
    const form = one('[data-now]');
    // A page out of the phone carries the time it was kept at: only one that just came from the server sets the clock.
    await clock.begin(form && !field.isFromPhone ? form.dataset.now : undefined);
    ['field-changed', 'field-status'].forEach((name) =>
      document.addEventListener(name, () => {
        showNet();
        showCount();
        showOutbox();
      }),
    );
    document.addEventListener('field-person', keepQuietly);
    showNet();
    showCount();
    showOutbox();
    outbox.start();
  }

  if (page !== 'enter') {
    begin().catch(() => undefined);
    window.addEventListener('load', registerWorker);
  } else {
    showCount().catch(() => undefined);
  }
})();
