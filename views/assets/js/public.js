// Sizes of the public pages. Without this script a size is a link: the server sets the cookie and comes back.
// With it the page changes in place and the reader keeps the line. Floor: Chrome 70, iOS 12.
(function () {
  const page = document.documentElement;
  const sizes = document.querySelector('.size');
  if (!sizes) return;

  function show(size) {
    if (size) page.setAttribute('data-font', size);
    else page.removeAttribute('data-font');
    sizes.querySelectorAll('a').forEach(function (link) {
      if (link.getAttribute('data-font') === size) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    });
  }

  // A page from the browser's own cache may carry the size of an earlier visit.
  const chosen = /(?:^|; )font=(l|xl)?(?:;|$)/.exec(document.cookie);
  if (chosen) show(chosen[1] || '');

  sizes.addEventListener('click', function (event) {
    const link = event.target.closest('a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const size = link.getAttribute('data-font');
    const path = sizes.getAttribute('data-cookie-path') || '/';
    const secure = location.protocol === 'https:' ? ';secure' : '';
    document.cookie = 'font=' + size + ';path=' + path + ';max-age=31536000;samesite=lax' + secure;
    show(size);
  });
})();
