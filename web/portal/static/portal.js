// The few things a page cannot do by itself: drawing, not sending twice, counting down, showing a chosen photo.
(() => {
  'use strict';
  const all = (q, in_) => Array.from((in_ || document).querySelectorAll(q));

  // A form is sent once. When the page comes back out of the browser's memory it may be sent again.
  const free = () => all('button[data-busy]').forEach((b) => { b.disabled = false; b.removeAttribute('data-busy'); });
  document.addEventListener('submit', (e) => {
    if (e.defaultPrevented) return;
    const form = e.target;
    if (form.dataset.sent) { e.preventDefault(); return; }
    form.dataset.sent = '1';
    setTimeout(() => all('button:not([type=button])', form).forEach((b) => { b.disabled = true; b.dataset.busy = '1'; }), 0);
    setTimeout(() => { delete form.dataset.sent; free(); }, 8000);
  });
  window.addEventListener('pageshow', () => { all('form[data-sent]').forEach((f) => delete f.dataset.sent); free(); });

  // A page that waits asks again by itself, and changes only when there is something new to read.
  const main = document.querySelector('main[data-refresh]');
  if (main && window.fetch) {
    const said = (m) => m.dataset.state + m.textContent.replace(/\s+/g, ' ');
    const pause = Number(main.dataset.refresh) * 1000;
    const ask = () => {
      if (document.hidden) { setTimeout(ask, 1000); return; }
      fetch(location.href, { credentials: 'same-origin' }).then((r) => r.text().then((text) => {
        if (r.status === 429 || r.status >= 500) throw new Error(String(r.status));
        const next = new DOMParser().parseFromString(text, 'text/html').querySelector('main');
        if (r.redirected || !next || said(next) !== said(main)) { location.replace(r.url || location.href); return; }
        setTimeout(ask, pause);
      })).catch(() => setTimeout(ask, pause * 2));
    };
    setTimeout(ask, pause);
  }

  // Seconds until another code may be asked for.
  const countdown = (button, seconds) => {
    if (!(seconds > 0)) return;
    const words = button.dataset.again || button.textContent;
    const note = button.parentElement.querySelector('[data-wait-note]');
    if (note) note.remove();
    const tick = () => {
      if (seconds <= 0) { button.disabled = false; button.textContent = words; return; }
      button.disabled = true;
      button.textContent = button.dataset.waitText.replace('{0}', seconds);
      seconds -= 1;
      setTimeout(tick, 1000);
    };
    tick();
  };
  all('button[data-wait]').forEach((b) => countdown(b, Number(b.dataset.wait)));

  // The signing code is asked for without leaving the page, so that nothing drawn is lost.
  all('form[data-act="sign-code"]').forEach((form) => {
    form.addEventListener('submit', (e) => {
      if (!window.fetch || form.dataset.plain) return;
      e.preventDefault();
      const button = form.querySelector('button');
      button.disabled = true;
      fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), credentials: 'same-origin' }).then((r) => {
        if (!r.ok) throw new Error(String(r.status));
        const wait = Number(new URL(r.url).searchParams.get('wait'));
        let said = form.querySelector('.phone');
        if (!said) { said = document.createElement('p'); said.className = 'phone'; said.setAttribute('role', 'status'); form.insertBefore(said, button); }
        said.textContent = button.dataset.sent;
        button.classList.remove('main');
        countdown(button, wait || 60);
        const code = document.querySelector('form[data-act="sign"] [name=code]');
        if (code) code.value = '';
      }).catch(() => { form.dataset.plain = '1'; button.disabled = false; form.submit(); });
    });
  });

  // The pad: strokes in thousandths of the box, smoothed as they are drawn.
  all('[data-pad]').forEach((pad) => {
    const canvas = pad.querySelector('canvas');
    const pen = canvas.getContext('2d');
    const form = pad.closest('form');
    const field = form.querySelector('[name=strokes]');
    if (!pen || !window.PointerEvent) return;
    pad.hidden = false;
    const typed = form.querySelector('[data-typed]');
    if (typed && !form.querySelector('[name=typed]').value) typed.open = false;
    let strokes = [];
    try { strokes = JSON.parse(field.value || '[]'); } catch (e) { strokes = []; }
    let current = null;
    const draw = () => {
      const scale = window.devicePixelRatio || 1;
      const w = canvas.clientWidth, h = canvas.clientHeight;
      if (canvas.width !== Math.round(w * scale)) { canvas.width = Math.round(w * scale); canvas.height = Math.round(h * scale); }
      pen.setTransform(canvas.width / 1000, 0, 0, canvas.height / 1000, 0, 0);
      pen.clearRect(0, 0, 1000, 1000);
      strokes.forEach((s) => {
        pen.beginPath();
        pen.moveTo(s[0][0], s[0][1]);
        for (let i = 1; i < s.length - 1; i += 1) pen.quadraticCurveTo(s[i][0], s[i][1], (s[i][0] + s[i + 1][0]) / 2, (s[i][1] + s[i + 1][1]) / 2);
        const end = s[s.length - 1];
        pen.lineTo(end[0] + (s.length === 1 ? 1 : 0), end[1]);
        pen.save();
        pen.setTransform(1, 0, 0, 1, 0, 0);
        pen.lineWidth = 2.6 * scale; pen.lineCap = 'round'; pen.lineJoin = 'round'; pen.strokeStyle = '#10222b';
        pen.stroke();
        pen.restore();
      });
    };
    const keep = () => { field.value = strokes.length ? JSON.stringify(strokes) : ''; draw(); };
    const at = (e) => {
      const box = canvas.getBoundingClientRect();
      const clip = (v) => Math.max(0, Math.min(1000, Math.round(v * 10) / 10));
      return [clip((e.clientX - box.left) / box.width * 1000), clip((e.clientY - box.top) / box.height * 1000)];
    };
    canvas.addEventListener('pointerdown', (e) => {
      if (strokes.length >= 200) return;
      e.preventDefault();
      try { canvas.setPointerCapture(e.pointerId); } catch (x) { /* a pointer that is gone */ }
      current = [at(e)];
      strokes.push(current);
      draw();
    });
    canvas.addEventListener('pointermove', (e) => {
      if (!current) return;
      const more = e.getCoalescedEvents ? e.getCoalescedEvents() : [];
      (more.length ? more : [e]).forEach((m) => {
        const p = at(m), last = current[current.length - 1];
        if (current.length < 2000 && Math.hypot(p[0] - last[0], p[1] - last[1]) > 3) current.push(p);
      });
      draw();
    });
    const up = () => { if (current) { current = null; keep(); } };
    canvas.addEventListener('pointerup', up);
    canvas.addEventListener('pointercancel', up);
    pad.querySelector('[data-undo]').addEventListener('click', () => { strokes.pop(); keep(); });
    pad.querySelector('[data-clear]').addEventListener('click', () => { strokes = []; keep(); });
    window.addEventListener('resize', draw);
    draw();
  });

  // A page that does not come is asked for again, a few times; then the reader is told of the other ways.
  all('.sheet img').forEach((img) => {
    let tries = 0;
    const address = img.src;
    const again = () => {
      tries += 1;
      if (tries > 4) { const told = document.querySelector('[data-broken]'); if (told) told.hidden = false; return; }
      setTimeout(() => { img.src = address + '&again=' + tries; }, 1500 * tries);
    };
    img.addEventListener('error', again);
    if (img.complete && !img.naturalWidth && img.loading !== 'lazy') again();
  });

  // The form of step 1 follows the kind of document.
  all('[data-kind]').forEach((kinds) => kinds.addEventListener('change', () => {
    document.querySelector('#number-hint').textContent = kinds.selectedOptions[0].dataset.hint;
    document.querySelector('[data-others]').hidden = 'auto' in kinds.selectedOptions[0].dataset;
  }));

  // The camera shows a person himself. Its picture goes nowhere, and it is off when the page is left.
  all('[data-camera]').forEach((box) => {
    const video = box.querySelector('video'), mirror = video.parentElement;
    const none = () => { mirror.hidden = true; box.querySelector('[data-no-camera]').hidden = false; };
    if (!navigator.mediaDevices || !navigator.mediaDevices.getUserMedia) { none(); return; }
    mirror.hidden = false;
    navigator.mediaDevices.getUserMedia({ video: { facingMode: 'user' }, audio: false }).then((stream) => {
      mirror.querySelector('[data-asking]').hidden = true;
      video.srcObject = stream;
      video.hidden = false;
      all('[data-seen]', box).forEach((e) => { e.hidden = false; });
      window.addEventListener('pagehide', () => stream.getTracks().forEach((t) => t.stop()));
    }).catch(none);
  });

  // A file is chosen with a button in the page's language, and a chosen photo is shown before it is sent.
  all('input[type=file]').forEach((input) => {
    const box = input.closest('.photo'), img = box.querySelector('img'), chosen = document.createElement('label');
    chosen.className = 'button';
    chosen.htmlFor = input.id;
    chosen.textContent = input.dataset.choose;
    input.classList.add('sr');
    input.after(chosen);
    input.addEventListener('change', () => {
      chosen.textContent = input.files[0] ? input.files[0].name : input.dataset.choose;
      if (!input.files[0] || !input.files[0].type.startsWith('image/')) { img.hidden = true; return; }
      const reader = new FileReader();
      reader.onload = () => { img.src = reader.result; img.hidden = false; };
      reader.readAsDataURL(input.files[0]);
    });
  });
})();
