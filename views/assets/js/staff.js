// What a script adds to staff pages; every page works without it.
// Open tabs in view, keys for lists and grids, drafts of long forms kept on this computer, names of chosen files, one post per press.
(function () {
  const body = document.body;
  const one = (selector, root) => (root || document).querySelector(selector);
  const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));

  function make(name, text, className) {
    const element = document.createElement(name);
    if (text) element.textContent = text;
    if (className) element.className = className;
    return element;
  }

  // Storage may be closed (private window, full disk): then there are no drafts, and nothing breaks.
  const store = {
    get(key, kind) {
      try {
        return JSON.parse((kind || localStorage).getItem(key));
      } catch (error) {
        return null;
      }
    },
    set(key, value, kind) {
      try {
        (kind || localStorage).setItem(key, JSON.stringify(value));
        return true;
      } catch (error) {
        return false;
      }
    },
    remove(key, kind) {
      try {
        (kind || localStorage).removeItem(key);
      } catch (error) {
        return;
      }
    },
    keys() {
      try {
        return Object.keys(localStorage);
      } catch (error) {
        return [];
      }
    },
  };

  const summary = one('#mend-summary');
  if (summary) summary.focus();

  startKeys();
  startMenu();
  all('.tabs').forEach(showCurrent);
  startRows();
  startDrafts();
  startFiles();
  all('table[data-grid]').forEach(startGrid);
  all('table[data-cells]').forEach(startCells);
  startSinglePost();
  window.addEventListener('beforeprint', () => {
    const line = one('[data-print-line]');
    if (line) line.textContent = location.href + '　打印于 ' + new Date().toLocaleString('zh-CN');
  });

  // A row of tabs that is wider than the screen begins with the open one in view.
  function showCurrent(row) {
    const open = one('[aria-current]', row);
    if (open) row.scrollLeft = open.offsetLeft - row.offsetLeft - (row.clientWidth - open.offsetWidth) / 2;
  }

  // Keys: / search, g w, g b, j k rows, Enter opens (the row's link has the focus), ? the table of keys.
  function startKeys() {
    const toggle = one('[data-keys-toggle]');
    let on = store.get('yuanxin.keys') !== 'off';
    let afterG = false;
    function showToggle() {
      if (!toggle) return;
      toggle.hidden = false;
      toggle.textContent = on ? '关闭单键快捷键' : '打开单键快捷键';
    }
    showToggle();
    if (toggle) {
      toggle.addEventListener('click', () => {
        on = !on;
        store.set('yuanxin.keys', on ? 'on' : 'off');
        showToggle();
      });
    }
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && event.target.form) {
        const button = one('button:not([type]), button[type=submit]', event.target.form);
        if (button) button.click();
        return;
      }
      if (!on || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.target.closest('input, textarea, select, [contenteditable]')) return;
      if (press(event.key, afterG)) event.preventDefault();
      afterG = event.key === 'g';
    });
  }

  function press(key, afterG) {
    if (afterG && (key === 'w' || key === 'b')) {
      location.assign(key === 'w' ? body.dataset.work : body.dataset.board);
      return true;
    }
    if (key === '/') return focusOn(one('.search input'));
    if (key === 'j') return focusRow(1);
    if (key === 'k') return focusRow(-1);
    if (key === '?') {
      const menu = one('.me');
      if (menu) menu.open = true;
      return focusOn(one('.me summary'));
    }
    return false;
  }

  function focusOn(element) {
    if (element) element.focus();
    return Boolean(element);
  }

  function focusRow(step) {
    const rows = all('[data-open]');
    const at = rows.findIndex((link) => link === document.activeElement);
    const next = at < 0 ? (step > 0 ? 0 : rows.length - 1) : at + step;
    return focusOn(rows[next]);
  }

  function startMenu() {
    const menu = one('.me');
    if (!menu) return;
    document.addEventListener('click', (event) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
    menu.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !menu.open) return;
      menu.open = false;
      one('summary', menu).focus();
    });
  }

  // Drafts: <form data-draft>. Written 300 ms after typing, under the person and the address the form posts to, and under
  // the value of data-draft where one address takes forms of several lists;
  // cleared only when the page after the post says that it was saved. Passwords, files and hidden fields stay out.
  function startDrafts() {
    const person = body.dataset.person;
    const sent = store.get('yuanxin.sent', sessionStorage);
    store.remove('yuanxin.sent', sessionStorage);
    if (person === undefined) return;
    if (sent && body.dataset.saved) store.remove(sent);
    forgetOldDrafts();
    all('form[data-draft]').forEach((form) =>
      startDraft(form, ['yuanxin.draft', person, form.action, form.dataset.draft].join(' ').trim()),
    );
    all('form[data-sign-out]').forEach((form) => {
      form.addEventListener('submit', () => draftKeys().forEach((key) => store.remove(key)));
    });
  }

  function draftKeys() {
    return store.keys().filter((key) => key.startsWith('yuanxin.draft '));
  }

  function forgetOldDrafts() {
    const weekAgo = Date.now() - 7 * 24 * 3600 * 1000;
    draftKeys().forEach((key) => {
      const draft = store.get(key);
      if (!draft || !(draft.at > weekAgo)) store.remove(key);
    });
  }

  function draftFields(form) {
    const skipped = /^(hidden|password|file|submit|button|fieldset)$/;
    return Array.from(form.elements).filter((field) => field.name && !skipped.test(field.type));
  }

  function readForm(form) {
    return draftFields(form).map((field) => [
      field.name,
      /^(checkbox|radio)$/.test(field.type) ? field.checked : field.value,
    ]);
  }

  // By name, and among fields of one name in their order: rows may have come between since it was typed.
  function fillForm(form, values) {
    growRows(form, values);
    const kept = new Map();
    values.forEach(([name, value]) => kept.set(name, (kept.get(name) || []).concat(value)));
    draftFields(form).forEach((field) => {
      const value = (kept.get(field.name) || []).shift();
      if (typeof value === 'boolean') field.checked = value;
      else if (value !== undefined) field.value = value;
    });
  }

  function startDraft(form, key) {
    const note = make('span', '', 'draft-note');
    note.setAttribute('role', 'status');
    (one('.form-actions', form) || form).appendChild(note);
    const kept = store.get(key);
    const asPrinted = JSON.stringify(readForm(form));
    if (kept && JSON.stringify(kept.values) !== asPrinted) offerDraft(form, key, kept);

    let timer = 0;
    function save() {
      const at = Date.now();
      const saved = store.set(key, { at, values: readForm(form) });
      note.textContent = saved ? clock(at) + ' 已自动保存在本机，还没有提交' : '有修改还没有提交';
    }
    form.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(save, 300);
    });
    form.addEventListener('submit', () => {
      clearTimeout(timer);
      save();
      store.set('yuanxin.sent', key, sessionStorage);
    });
  }

  function offerDraft(form, key, kept) {
    const offer = make('div', '', 'draft-offer');
    const words = make('p', clock(kept.at) + ' 在这台电脑上填过、没有提交的内容还在。');
    const restore = make('button', '恢复草稿', 'btn');
    const drop = make('button', '不要了', 'btn');
    [restore, drop].forEach((button) => button.setAttribute('type', 'button'));
    restore.addEventListener('click', () => {
      fillForm(form, kept.values);
      offer.remove();
    });
    drop.addEventListener('click', () => {
      store.remove(key);
      offer.remove();
    });
    [words, restore, drop].forEach((part) => offer.appendChild(part));
    form.insertBefore(offer, form.firstChild);
  }

  function clock(at) {
    const time = new Date(at);
    const day =
      time.toDateString() === new Date().toDateString()
        ? ''
        : time.getMonth() + 1 + '月' + time.getDate() + '日 ';
    return day + time.getHours() + ':' + String(time.getMinutes()).padStart(2, '0');
  }

  // Tables of rows (<div data-rows>): one more row without a post, up to as many as one post carries (data-most).
  function startRows() {
    all('[data-rows]').forEach((table) => {
      const button = one('[data-add-row]', table);
      if (!button) return;
      button.addEventListener('click', (event) => {
        event.preventDefault();
        focusOn(one('input, textarea, select', addRow(table)));
      });
    });
  }

  function addRow(table) {
    const rows = all('[data-row]', table);
    const row = rows[rows.length - 1].cloneNode(true);
    const numbered = (name) => name.replace(/(-\d+)?$/, '-' + rows.length);
    one('[data-row-number]', row).textContent = String(rows.length + 1);
    all('.mend', row).forEach((mend) => mend.remove());
    all('.field-wrong', row).forEach((field) => field.classList.remove('field-wrong'));
    all('label', row).forEach((label) => (label.htmlFor = numbered(label.htmlFor)));
    all('input, textarea, select', row).forEach((control) => {
      control.id = numbered(control.id);
      control.removeAttribute('aria-invalid');
      control.removeAttribute('aria-describedby');
      if (control.tagName === 'SELECT') control.selectedIndex = 0;
      else control.value = '';
    });
    rows[rows.length - 1].insertAdjacentElement('afterend', row);
    const isFull = rows.length + 1 >= Number(table.dataset.most);
    one('[data-add-row]', table).hidden = isFull;
    return row;
  }

  // A draft with more rows than the page has gets them before it is filled in.
  function growRows(form, values) {
    all('[data-rows]', form).forEach((table) => {
      const first = one('[data-row] textarea, [data-row] input', table);
      const wanted = values.filter((kept) => kept[0] === first.name).length;
      while (one('[data-add-row]', table) && all('[data-row]', table).length < wanted) addRow(table);
    });
  }

  // Files: name, size and a small picture of what was chosen.
  function startFiles() {
    all('input[type=file][data-upload]').forEach((input) => {
      const list = all('[data-files-of]').find((element) => element.dataset.filesOf === input.id);
      if (!list) return;
      input.addEventListener('change', () => {
        all('[data-chosen]', list).forEach((item) => item.remove());
        Array.from(input.files).forEach((file) => list.appendChild(fileItem(file)));
      });
    });
  }

  function fileItem(file) {
    const item = make('li');
    item.dataset.chosen = 'yes';
    if (/^image\/(jpeg|png|webp)$/.test(file.type)) {
      const picture = make('img');
      picture.alt = '';
      picture.src = URL.createObjectURL(file);
      picture.addEventListener('load', () => URL.revokeObjectURL(picture.src));
      item.appendChild(picture);
    }
    const size = Math.max(0.1, file.size / 1048576).toFixed(1) + ' MB';
    const tooLarge = file.size > 20 * 1048576 ? '，超过 20 MB，请重新选一个' : '';
    item.appendChild(make('span', file.name + '　' + size + tooLarge, tooLarge ? 'late-words' : ''));
    return item;
  }

  // <table data-grid>: rows of radio groups typed like a paper list. Up and down go to the same group of the next row,
  // left and right to the group beside it, 1 to 9 choose an option and go down (from the last row to the top of the next
  // column), 0 and Backspace take the choice back.
  function startGrid(table) {
    const rows = all('tr', table)
      .map(groupsOf)
      .filter((groups) => groups.length);
    table.addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.target.type !== 'radio') return;
      const row = rows.findIndex((groups) => groups.some((group) => group.includes(event.target)));
      if (row < 0) return;
      const column = rows[row].findIndex((group) => group.includes(event.target));
      if (pressInGrid(event.key, rows, row, column)) event.preventDefault();
    });
  }

  function groupsOf(row) {
    const groups = new Map();
    all('input[type=radio]', row).forEach((radio) => {
      groups.set(radio.name, (groups.get(radio.name) || []).concat(radio));
    });
    return Array.from(groups.values());
  }

  function pressInGrid(key, rows, row, column) {
    const steps = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] };
    const group = rows[row][column];
    if (steps[key]) {
      focusGroup(rows, row + steps[key][0], column + steps[key][1]);
      return true;
    }
    if (key === '0' || key === 'Backspace') {
      choose(group, undefined);
      return true;
    }
    if (!/^[1-9]$/.test(key)) return false;
    if (group[key - 1]) {
      choose(group, group[key - 1]);
      if (rows[row + 1]) focusGroup(rows, row + 1, column);
      else focusGroup(rows, 0, column + 1);
    }
    return true;
  }

  function focusGroup(rows, row, column) {
    const group = rows[row] && rows[row][column];
    if (group) (group.find((radio) => radio.checked) || group[0]).focus();
  }

  function choose(group, chosen) {
    group.forEach((radio) => (radio.checked = radio === chosen));
    ['input', 'change'].forEach((name) =>
      (chosen || group[0]).dispatchEvent(new Event(name, { bubbles: true })),
    );
  }

  // <table data-cells>: a table of fields typed like a spreadsheet. Enter and the arrows go to the same field of the next
  // row; cells copied from a spreadsheet fill the fields to the right and below.
  function startCells(table) {
    const rows = all('tr', table)
      .map((row) => all('input:not([type=hidden]), select', row))
      .filter((fields) => fields.length);
    const rowOf = (field) => rows.findIndex((fields) => fields.includes(field));
    table.addEventListener('keydown', (event) => {
      const steps = { Enter: 1, ArrowDown: 1, ArrowUp: -1 };
      const step = event.ctrlKey || event.isComposing ? 0 : steps[event.key];
      const row = event.target.tagName === 'INPUT' && step ? rowOf(event.target) : -1;
      if (row < 0) return;
      event.preventDefault();
      const next = rows[row + step] && rows[row + step][rows[row].indexOf(event.target)];
      if (next) next.select();
    });
    table.addEventListener('paste', (event) => {
      const text = event.clipboardData.getData('text/plain').replace(/\r/g, '').replace(/\n$/, '');
      const first = rowOf(event.target);
      if (first < 0 || !/[\n\t]/.test(text)) return;
      event.preventDefault();
      const column = rows[first].indexOf(event.target);
      text.split('\n').forEach((line, down) =>
        line.split('\t').forEach((cell, right) => {
          const field = rows[first + down] && rows[first + down][column + right];
          if (field) fillCell(field, cell.trim());
        }),
      );
      event.target.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }

  function fillCell(field, text) {
    if (field.tagName !== 'SELECT') field.value = text;
    const option = Array.from(field.options || []).find((one) => one.label === text);
    if (option) option.selected = true;
  }

  // A second press while the first is on its way posts nothing (the server keeps one record in any case).
  function startSinglePost() {
    all('form[method=post]').forEach((form) => {
      form.addEventListener('submit', (event) => {
        if (form.dataset.onTheWay) event.preventDefault();
        form.dataset.onTheWay = 'yes';
      });
    });
    window.addEventListener('pageshow', () =>
      all('form[method=post]').forEach((form) => delete form.dataset.onTheWay),
    );
  }
})();
