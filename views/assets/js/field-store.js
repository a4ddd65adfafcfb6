// What lies in this phone until the server has said that it has it: reports and photos, in IndexedDB (idb-keyval).
//   'report <uuid>'  a report: draft → waiting → sent, or refused and mended again
//   'photo <uuid>'   a photo of a report: raw → waiting → kept, or refused; its picture lies apart under 'picture <uuid>',
//                    so that a list of twenty reports is read without their megabytes
// Every change is one transaction that reads before it writes, so that two tabs cannot undo each other.
// Floor of all field*.js: Chrome 70 and iOS 12 (ES2017). Nothing here knows of pages or of the network.
(function () {
  const within = idbKeyval.createStore('yuanxin-field', 'kept');
  const { base, fromPhone } = document.documentElement.dataset;
  const field = (window.field = { base: base || '', isFromPhone: Boolean(fromPhone) });

  const allOf = (store, kind) =>
    idbKeyval.promisifyRequest(store.getAll(IDBKeyRange.bound(kind + ' ', kind + '!')));

  // One transaction over everything: act(store, put) gets what it asks for through store and puts records through put.
  function change(act) {
    return within('readwrite', (store) => {
      const done = idbKeyval.promisifyRequest(store.transaction);
      let result;
      const acted = Promise.resolve(act(store)).then((value) => (result = value));
      return Promise.all([acted, done]).then(() => result);
    }).then((result) => {
      tell();
      return result;
    });
  }

  const read = (store, key) => idbKeyval.promisifyRequest(store.get(key));

  // Pages of this and of the other tabs hear that something changed.
  function tell() {
    document.dispatchEvent(new Event('field-changed'));
    try {
      localStorage.setItem('yuanxin.field-changed', String(Date.now()) + Math.random());
    } catch (error) {
      return;
    }
  }
  window.addEventListener('storage', (event) => {
    if (event.key === 'yuanxin.field-changed') document.dispatchEvent(new Event('field-changed'));
  });

  const oldest = (one, other) => one.at - other.at;

  field.store = {
    // May anything be kept here? Not in some private windows, and not on a full phone.
    async works() {
      try {
        await within('readwrite', (store) => {
          store.put(Date.now(), 'probe');
          return idbKeyval.promisifyRequest(store.transaction);
        });
        if (navigator.storage && navigator.storage.persist) navigator.storage.persist();
        return true;
      } catch (error) {
        return false;
      }
    },

    reports: () => within('readonly', (store) => allOf(store, 'report')).then((all) => all.sort(oldest)),

    photos: (report) =>
      within('readonly', (store) => allOf(store, 'photo')).then((all) =>
        all.filter((photo) => !report || photo.report === report).sort(oldest),
      ),

    picture: (uuid) => idbKeyval.get('picture ' + uuid, within),

    // The report that is being written under this key, or a new one; changed as told, both in one step. A report that was
    // pressed to be sent meanwhile, perhaps in another tab, is not changed any more: what is typed then is a new report.
    write(key, values) {
      return change(async (store) => {
        const all = await allOf(store, 'report');
        const open = all.find((one) => one.key === key && (one.state === 'draft' || one.state === 'refused'));
        const report = Object.assign(open || { uuid: uuid(), key, state: 'draft', at: Date.now() }, values);
        store.put(report, 'report ' + report.uuid);
        return report;
      });
    },

    // Changes a report if it still stands there; change(report) may say false to leave it.
    mend: (id, mend) => mendRecord('report ' + id, mend),
    mendPhoto: (id, mend) => mendRecord('photo ' + id, mend),

    // A photo and its picture, at once.
    addPhoto: (photo, picture) =>
      change((store) => {
        store.put(photo, 'photo ' + photo.uuid);
        store.put(picture, 'picture ' + photo.uuid);
      }),

    // A photo made small takes the place of the one the camera gave; a second tab may have done so already.
    photoReady: (id, picture, values) =>
      change(async (store) => {
        const photo = await read(store, 'photo ' + id);
        if (!photo || photo.state !== 'raw') return;
        store.put(Object.assign(photo, values), 'photo ' + id);
        store.put(picture, 'picture ' + id);
      }),

    // The server refused this number for these words: the same report goes on under another one.
    rename: (id, mend) =>
      change(async (store) => {
        const report = await read(store, 'report ' + id);
        if (!report) return undefined;
        const renamed = Object.assign(report, { uuid: uuid() });
        mend(renamed);
        (await allOf(store, 'photo'))
          .filter((photo) => photo.report === id)
          .forEach((photo) =>
            store.put(Object.assign(photo, { report: renamed.uuid }), 'photo ' + photo.uuid),
          );
        store.delete('report ' + id);
        store.put(renamed, 'report ' + renamed.uuid);
        return renamed;
      }),

    // The server has it: what was written and photographed is taken off the phone, a line about it stays for some days.
    // Photos the server refused are not there: they stay until somebody takes them away.
    sent: (id, answer) =>
      change(async (store) => {
        const report = await read(store, 'report ' + id);
        if (!report) return; // thrown away in another tab while it was on its way
        const photos = (await allOf(store, 'photo')).filter((photo) => photo.report === id);
        photos
          .filter((photo) => photo.state !== 'refused' || photo.isDropped)
          .forEach((photo) => remove(store, photo));
        const { uuid, key, at, contract, contractName, compound, workedOn } = report;
        const kept = {
          uuid,
          key,
          at,
          contract,
          contractName,
          compound,
          workedOn,
          state: 'sent',
          sentAt: Date.now(),
        };
        kept.photos = photos.filter((photo) => photo.state === 'kept' && !photo.isDropped).length;
        store.put(Object.assign(kept, answer), 'report ' + id);
      }),

    // A person throws a report or a photo away.
    forget: (id) =>
      change(async (store) => {
        (await allOf(store, 'photo'))
          .filter((photo) => photo.report === id)
          .forEach((photo) => remove(store, photo));
        store.delete('report ' + id);
      }),

    note: (name, value) => idbKeyval.set('note ' + name, value, within),
    noted: (name) => idbKeyval.get('note ' + name, within),
  };

  function mendRecord(key, mend) {
    return change(async (store) => {
      const record = await read(store, key);
      if (!record || mend(record) === false) return undefined;
      store.put(record, key);
      return record;
    });
  }

  function remove(store, photo) {
    store.delete('photo ' + photo.uuid);
    store.delete('picture ' + photo.uuid);
  }

  // A random number of version 4; crypto.randomUUID is younger than the phones this runs on, and wants https.
  function uuid() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = Array.from(bytes, (byte) => (byte + 256).toString(16).slice(1)).join('');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  }
  field.uuid = uuid;

  // Days and times as the server counts them, in China; `ahead` is how far its clock is ahead of this phone's.
  let ahead = 0;
  let begun;
  const recall = async () => {
    ahead = (await field.store.noted('ahead').catch(() => 0)) || 0;
  };
  field.clock = {
    async set(now) {
      ahead = Date.parse(now) - Date.now();
      await field.store.note('ahead', ahead).catch(() => undefined);
    },
    // As the server's page of this moment says, or as it was when the server was last heard.
    begin: (now) => (begun = begun || (now ? field.clock.set(now) : recall())),
    today: () => new Date(Date.now() + ahead + 8 * 3600000).toISOString().slice(0, 10),
    time: (at) => new Date(at + ahead + 8 * 3600000).toISOString().slice(11, 16),
    addDays: (day, days) => new Date(Date.parse(day) + days * 86400000).toISOString().slice(0, 10),
    inWords: (day) => Number(day.slice(5, 7)) + '月' + Number(day.slice(8, 10)) + '日',
  };
})();
