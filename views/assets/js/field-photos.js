// Photos of the phone made small before they travel: the longer side 1600 px, JPEG. What the camera wrote into the file
// (where it was taken, the phone's number) stays on the phone; only the time is read and told.
(function () {
  const longest = 1600;
  const quality = 0.72;

  // The first bytes say what a file is, whatever its name says.
  const beginnings = [
    /^\xff\xd8\xff/,
    /^\x89PNG/,
    /^RIFF....WEBP/,
    /^....ftyp(hei[cmsx]|hev[cmsx]|mif1|msf1|avif)/,
  ];

  const bytesOf = (blob) =>
    new Promise((resolve, reject) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result);
      reader.onerror = () => reject(reader.error);
      reader.readAsArrayBuffer(blob);
    });

  async function looksLikePhoto(file) {
    const head = new Uint8Array(await bytesOf(file.slice(0, 16)));
    const text = String.fromCharCode.apply(null, head).replace(/\n/g, ' ');
    return beginnings.some((beginning) => beginning.test(text));
  }

  // Which way up, and when: from the EXIF block of a JPEG, where there is one. Tags 0112, 8769 → 9003.
  async function exifOf(file) {
    const view = new DataView(await bytesOf(file.slice(0, 128 * 1024)));
    const nothing = { turned: 1, takenAt: '' };
    try {
      let at = 2;
      while (view.getUint16(at) !== 0xffe1 || view.getUint32(at + 4) !== 0x45786966) {
        if (view.getUint8(at) !== 0xff || view.getUint16(at) === 0xffda) return nothing;
        at += 2 + view.getUint16(at + 2);
      }
      const start = at + 10;
      const little = view.getUint16(start) === 0x4949;
      const short = (place) => view.getUint16(place, little);
      const long = (place) => view.getUint32(place, little);
      const entry = (folder, tag) => {
        for (let one = folder + 2; one < folder + 2 + 12 * short(folder); one += 12) {
          if (short(one) === tag) return one + 8;
        }
        return 0;
      };
      const first = start + long(start + 4);
      const turned = entry(first, 0x0112);
      const more = entry(first, 0x8769);
      const taken = more && entry(start + long(more), 0x9003);
      const from = taken && start + long(taken);
      const text = Array.from({ length: taken ? 19 : 0 }, (_, n) =>
        String.fromCharCode(view.getUint8(from + n)),
      );
      const parts = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)$/.exec(text.join(''));
      return {
        turned: turned ? short(turned) : 1,
        takenAt: parts ? parts[1] + '-' + parts[2] + '-' + parts[3] + 'T' + parts[4] : '',
      };
    } catch (error) {
      return nothing; // a block that is cut off
    }
  }

  function imageOf(address) {
    return new Promise((resolve, reject) => {
      const image = new Image();
      image.onload = () => resolve(image);
      image.onerror = () => reject(new Error('not readable here'));
      image.src = address;
    });
  }

  // Browsers since 2020 turn a photo themselves; for older ones it is turned here.
  const turnsItself = window.CSS && CSS.supports('image-orientation', 'from-image');
  const turns = {
    2: [-1, 0, 0, 1, 1, 0],
    3: [-1, 0, 0, -1, 1, 1],
    4: [1, 0, 0, -1, 0, 1],
    5: [0, 1, 1, 0, 0, 0],
    6: [0, 1, -1, 0, 1, 0],
    7: [0, -1, -1, 0, 1, 1],
    8: [0, -1, 1, 0, 0, 1],
  };

  function draw(image, turned) {
    const turn = turnsItself ? undefined : turns[turned];
    const scale = Math.min(1, longest / Math.max(image.naturalWidth, image.naturalHeight));
    const width = Math.round(image.naturalWidth * scale);
    const height = Math.round(image.naturalHeight * scale);
    const canvas = document.createElement('canvas');
    const lies = turn && turn[0] === 0;
    canvas.width = lies ? height : width;
    canvas.height = lies ? width : height;
    const pen = canvas.getContext('2d');
    pen.imageSmoothingQuality = 'high';
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    if (turn) {
      pen.setTransform(turn[0], turn[1], turn[2], turn[3], turn[4] * canvas.width, turn[5] * canvas.height);
    }
    pen.drawImage(image, 0, 0, width, height);
    return new Promise((resolve) =>
      canvas.toBlob(
        (small) => {
          canvas.width = canvas.height = 0; // old iPhones give the memory of a canvas back only so
          resolve(small);
        },
        'image/jpeg',
        quality,
      ),
    );
  }

  // Bytes, not the Blob itself: old iPhones lose Blobs they keep.
  async function shrink(file) {
    const { turned } = await exifOf(file);
    const address = URL.createObjectURL(file);
    try {
      const small = await draw(await imageOf(address), turned);
      if (!small) throw new Error('nothing drawn');
      return { bytes: await bytesOf(small), type: 'image/jpeg' };
    } finally {
      URL.revokeObjectURL(address);
    }
  }

  // A photo just taken lies in the phone at once as it is: cameras push pages out of memory. It is made small after that.
  // One at a time, for a cheap phone.
  let before = Promise.resolve();
  function add(report, file, pointId) {
    const uuid = field.uuid();
    const added = before.then(async () => {
      const photo = { uuid, report, pointId, at: Date.now(), state: 'raw', name: file.name };
      photo.takenAt = (await exifOf(file)).takenAt;
      await field.store.addPhoto(photo, { raw: file });
      await makeReady(photo, file);
    });
    before = added.catch(() => undefined);
    return added;
  }

  // What cannot be read here (HEIC on some phones) goes as it is, and the server says what it thinks of it.
  async function makeReady({ uuid }, file) {
    try {
      const picture = await shrink(file).catch(async () => ({ bytes: await bytesOf(file), type: file.type }));
      await field.store.photoReady(uuid, picture, { state: 'waiting' });
    } catch (error) {
      const said = '这张照片没能存下，请重拍一张';
      await field.store.mendPhoto(uuid, (photo) => void Object.assign(photo, { state: 'refused', said }));
    }
  }

  // Photos whose page was closed before they were small.
  async function finish() {
    await before;
    const left = (await field.store.photos()).filter((photo) => photo.state === 'raw');
    for (const photo of left) {
      const picture = await field.store.picture(photo.uuid);
      if (picture && picture.raw) await makeReady(photo, picture.raw);
    }
  }

  // Only a picture made small is shown: nine as the camera gave them are more than a cheap phone holds.
  async function show(uuid, image) {
    const picture = await field.store.picture(uuid);
    if (!picture || !picture.bytes) return;
    const address = URL.createObjectURL(new Blob([picture.bytes], { type: picture.type }));
    image.onload = image.onerror = () => URL.revokeObjectURL(address);
    image.src = address;
  }

  field.photos = { add, finish, looksLikePhoto, show };
})();
