// The outbox: sends what lies in the phone, photos first, then the report that names them, one at a time.
// It starts when a page opens, when the network comes back, when the page is looked at again, and every 30 seconds.
// Nothing is taken off the phone before the server's 200 or 201; what the server refuses stays with its sentence, and the
// others go on. Sending twice is harmless, because every report and photo carries a number of its own.
(function () {
  const store = field.store;
  const patience = { photo: 180000, other: 40000 };

  // What the pages say: idle · offline (no answer) · sending · sign-in (with link) · trouble (with the server's words)
  const status = { state: 'idle', done: 0, total: 0, text: '', link: '', photo: '' };
  function say(changes) {
    Object.assign(status, changes);
    document.dispatchEvent(new Event('field-status'));
  }

  class Stop extends Error {
    constructor(changes) {
      super(changes.state);
      this.changes = changes;
    }
  }
  const offline = () => new Stop({ state: 'offline' });

  function later(promise, milliseconds) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('no answer')), milliseconds);
      const end = (how) => (value) => {
        clearTimeout(timer);
        how(value);
      };
      promise.then(end(resolve), end(reject));
    });
  }

  // One request. An answer that is not the site's JSON (a portal of the network, a proxy) counts as none.
  async function ask(path, body, wait) {
    const options = {
      credentials: 'same-origin',
      redirect: 'error',
      headers: { accept: 'application/json' },
    };
    if (body) Object.assign(options, { method: 'POST', body });
    let response;
    let answer;
    try {
      response = await later(fetch(field.base + path, options), wait || patience.other);
      answer = await later(response.json(), patience.other);
    } catch (error) {
      throw response && response.status >= 400
        ? new Stop({ state: 'trouble', text: '系统暂时无法保存，内容已存在手机，稍后自动再发' })
        : offline();
    }
    if (response.status === 401) {
      throw new Stop({ state: 'sign-in', text: answer.text, link: answer.signIn });
    }
    return { code: response.status, answer };
  }

  let session;
  async function begin() {
    const got = await ask('/m/session');
    if (got.code !== 200) throw new Stop({ state: 'trouble', text: got.answer.text || '' });
    session = got.answer;
    await field.clock.set(session.now);
    await forgetPagesOfOthers(session.who);
  }

  // Pages kept for opening without network belong to whoever was signed in.
  async function forgetPagesOfOthers(who) {
    const before = await store.noted('who');
    if (before === who) return;
    await store.note('who', who);
    if (before && window.caches) await caches.delete('yuanxin-field-pages');
    document.dispatchEvent(new Event('field-person'));
  }

  // Posts with the form token of this session; the token is fetched anew once where it was of an earlier one.
  async function post(path, make, wait) {
    const send = () => {
      const body = make();
      body.append('_csrf', session.csrf);
      return ask(path, body, wait);
    };
    let got = await send();
    if (got.code === 403 && got.answer.staleToken) {
      await begin();
      got = await send();
    }
    if (got.code === 429) throw new Stop({ state: 'trouble', text: got.answer.text });
    return got;
  }

  const wordsOf = ({ blockers, text }) => (blockers && blockers.length ? blockers : [text]);

  async function sendPhoto(photo, contract) {
    const picture = await store.picture(photo.uuid);
    if (!picture || !picture.bytes) return;
    say({ photo: photo.uuid });
    const { code, answer } = await post(
      '/m/photos',
      () => {
        const body = new FormData();
        body.append('uuid', photo.uuid);
        body.append('contractId', contract);
        if (photo.takenAt) body.append('takenAt', photo.takenAt);
        if (photo.pointId) body.append('pointId', photo.pointId);
        body.append('photo', new Blob([picture.bytes], { type: picture.type }), photo.uuid + '.jpg');
        return body;
      },
      patience.photo,
    );
    await store.mendPhoto(photo.uuid, (kept) => {
      const refused = code === 422 || code === 413 || code === 415;
      kept.state = code < 300 ? 'kept' : refused ? 'refused' : 'waiting';
      kept.said = code < 300 ? '' : wordsOf(answer).join('。');
    });
  }

  const toSend = (photos) => photos.filter((one) => one.state === 'waiting' && !one.isDropped);

  async function sendPhotos(report) {
    for (const photo of toSend(await store.photos(report.uuid))) {
      await sendPhoto(photo, report.contract);
      say({ photo: '', done: status.done + 1 });
    }
  }

  async function sendReport(report) {
    await sendPhotos(report);
    const photos = (await store.photos(report.uuid)).filter((one) => !one.isDropped);
    // A photo that did not come through and was not refused: the report waits for it.
    if (photos.some((one) => one.state === 'waiting' || one.state === 'raw')) return undefined;
    const got = await post('/m/posts', () => {
      const body = new URLSearchParams(report.entries);
      body.append('uuid', report.uuid);
      photos.filter((one) => one.state === 'kept').forEach((one) => body.append('sent', one.uuid));
      return body;
    });
    return take(report, got);
  }

  // What becomes of a report after the answer; says what to send once more, if anything.
  async function take(report, { code, answer }) {
    if (code === 200 || code === 201) {
      await store.sent(report.uuid, { link: answer.link, warnings: answer.warnings || [] });
      return undefined;
    }
    if (code === 409 && answer.missingPhotos) {
      for (const uuid of answer.missingPhotos)
        await store.mendPhoto(uuid, (one) => void (one.state = 'waiting'));
      return report;
    }
    if (code === 422 && answer.of && answer.codes.some((one) => /post-altered$/.test(one))) {
      return store.rename(report.uuid, (renamed) => {
        renamed.entries = renamed.entries
          .filter(([name]) => name !== 'corrects')
          .concat([['corrects', String(answer.of)]]);
      });
    }
    await store.mend(report.uuid, (kept) => {
      if (code < 500 && code !== 404) kept.state = 'refused';
      kept.blockers = wordsOf(answer);
    });
    return undefined;
  }

  const isMine = ({ contract }) => session.contracts.some(({ id }) => String(id) === contract);

  async function round() {
    const all = await store.reports();
    // Earlier days first: what a day tells is measured by the days before it.
    const waiting = all
      .filter((one) => one.state === 'waiting')
      .sort((one, other) => (one.workedOn < other.workedOn ? -1 : one.workedOn > other.workedOn ? 1 : 0));
    const drafts = all.filter((one) => one.state === 'draft' || one.state === 'refused');
    const photos = toSend(await store.photos());
    const pieces = waiting.length + photos.length;
    // The page of today asks who is signed in, also where there is nothing to send.
    if (pieces || (!session && document.body.dataset.page === 'today')) await begin();
    if (!pieces) return say({ state: 'idle', done: 0, total: 0 });
    say({ state: 'sending', done: 0, total: pieces, text: '', link: '' });
    for (const report of waiting) {
      if (!isMine(report)) {
        await store.mend(report.uuid, (kept) => {
          kept.blockers = ['这份日报是用另一个邀请或账号填的，请用那一个打开再发'];
        });
        continue;
      }
      const again = await sendReport(report);
      if (again) await sendReport(again);
      say({ done: status.done + 1 });
    }
    // Photos of reports that are still being written go ahead, so that little is left at the end.
    for (const report of drafts) if (isMine(report)) await sendPhotos(report);
    say({ state: 'idle', photo: '' });
    return undefined;
  }

  // Only one tab sends at a time where the browser can see to it; and within a tab one round follows the other.
  let turn = Promise.resolve();
  function alone(act) {
    const mine = turn.then(() => (navigator.locks ? navigator.locks.request('yuanxin-outbox', act) : act()));
    turn = mine.catch(() => undefined);
    return mine;
  }

  let asked = false;
  function send() {
    if (asked) return;
    asked = true;
    alone(async () => {
      asked = false;
      try {
        await field.photos.finish();
        await round();
      } catch (stop) {
        say(Object.assign({ photo: '' }, stop.changes || { state: 'trouble', text: '' }));
        if (!stop.changes) throw stop;
      }
      document.dispatchEvent(new Event('field-changed'));
    });
  }

  // Takes a report back to be changed; never while it is on its way.
  const takeBack = (uuid) =>
    alone(() =>
      store.mend(uuid, (report) => {
        if (report.state !== 'waiting') return false;
        report.state = 'draft';
        return true;
      }),
    );

  // Lines about reports sent days ago are dropped.
  async function tidy() {
    const old = Date.now() - 3 * 86400000;
    const all = await store.reports();
    for (const one of all.filter(({ state, sentAt }) => state === 'sent' && sentAt < old)) {
      const left = await store.photos(one.uuid);
      if (!left.length) await store.forget(one.uuid);
    }
  }

  function start() {
    window.addEventListener('online', send);
    window.addEventListener('offline', () => say({ state: 'offline' }));
    document.addEventListener('visibilitychange', () => document.hidden || send());
    setInterval(send, 30000);
    if (!navigator.onLine) say({ state: 'offline' });
    send();
    tidy();
  }

  field.outbox = { start, send, takeBack, status };
})();
