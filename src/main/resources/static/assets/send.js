// The page to send from: a list of the chosen files, and a bar that shows how far they are. Without this the form works as it is.
(function () {
  'use strict';
  document.documentElement.classList.add('sp-script');
  const form = document.getElementById('send');
  if (!form || !window.FormData || !window.URLSearchParams) {
    return;
  }
  const byId = (id) => document.getElementById(id);
  const input = byId('files');
  const drop = byId('drop');
  const limits = {
    file: Number(form.dataset.largestFile),
    together: Number(form.dataset.largestTogether),
    files: Number(form.dataset.mostFiles)
  };
  let chosen = [];
  let running = null;

  const button = document.createElement('label');
  button.className = 'sp-drop__button';
  button.htmlFor = 'files';
  button.textContent = 'Choose files';
  input.after(button);

  function size(bytes) {
    if (bytes < 1024) {
      return bytes + (bytes === 1 ? ' byte' : ' bytes');
    }
    if (Math.round(bytes / 1024) < 1024) {
      return Math.round(bytes / 1024) + ' KB';
    }
    return (bytes / 1048576).toFixed(1).replace(/\.0$/, '') + ' MB';
  }

  function total() {
    return chosen.reduce((sum, file) => sum + file.size, 0);
  }

  function add(files) {
    const fresh = Array.from(files).filter((file) => !chosen.some((known) =>
      known.name === file.name && known.size === file.size && known.lastModified === file.lastModified));
    chosen = chosen.concat(fresh);
    problem('');
    draw();
    const complaint = chosen.length ? check() : '';
    if (complaint) {
      problem(complaint);
    }
    byId('chosen-news').textContent = chosen.length === 1 ? '1 file chosen' : chosen.length + ' files chosen';
  }

  function kind(file) {
    const dot = file.name.lastIndexOf('.');
    const ending = dot > 0 ? file.name.slice(dot + 1) : '';
    return /^[A-Za-z0-9]{1,5}$/.test(ending) ? ending.toUpperCase() : 'FILE';
  }

  function span(text, style) {
    const element = document.createElement('span');
    element.className = style;
    element.textContent = text;
    return element;
  }

  function row(file) {
    const item = document.createElement('li');
    item.className = 'sp-files__row' + (file.size > limits.file || file.size === 0 ? ' sp-files__row--bad' : '');
    const remove = document.createElement('button');
    remove.type = 'button';
    remove.className = 'sp-files__remove';
    remove.textContent = 'Remove';
    remove.appendChild(span(' ' + file.name, 'govuk-visually-hidden'));
    remove.addEventListener('click', () => {
      chosen = chosen.filter((other) => other !== file);
      problem('');
      draw();
      byId('chosen-news').textContent = 'Removed. ' + chosen.length + ' left.';
      (chosen.length ? byId('chosen-title') : input).focus();
    });
    const mark = span(kind(file), 'sp-files__kind');
    mark.setAttribute('aria-hidden', 'true');
    item.append(mark, span(file.name, 'sp-files__name'), span(file.size === 0 ? 'empty' : size(file.size), 'sp-files__size'), remove);
    return item;
  }

  function draw() {
    byId('chosen').hidden = chosen.length === 0;
    byId('chosen-title').textContent = chosen.length === 1
      ? '1 file, ' + size(total()) : chosen.length + ' files, ' + size(total()) + ' together';
    byId('chosen-list').replaceChildren(...chosen.map(row));
    button.textContent = chosen.length ? 'Choose more files' : 'Choose files';
  }

  function check() {
    if (chosen.length === 0) {
      return 'Choose at least one file to send';
    }
    if (chosen.some((file) => file.size === 0)) {
      return 'A file is empty. Remove it, or choose the right one';
    }
    if (chosen.some((file) => file.size > limits.file)) {
      return 'A file is larger than ' + form.dataset.largestFileWords + '. Remove it, or make it smaller';
    }
    if (chosen.length > limits.files) {
      return 'There are more than ' + limits.files + ' files. Send them in several goes';
    }
    if (total() > limits.together) {
      return 'The files are larger than ' + form.dataset.largestTogetherWords + ' together. Send them in several goes';
    }
    return '';
  }

  function problem(text) {
    const bare = document.title.replace(/^Error: /, '');
    document.title = text ? 'Error: ' + bare : bare;
    byId('problem').hidden = !text;
    byId('problem-text').textContent = text;
    byId('files-error').hidden = !text;
    byId('files-error-text').textContent = text;
    byId('files-group').classList.toggle('govuk-form-group--error', Boolean(text));
  }

  function fail(text) {
    problem(text);
    byId('problem').focus();
    byId('problem').scrollIntoView();
  }

  function back(text) {
    clearInterval(running && running.poll);
    running = null;
    byId('going').hidden = true;
    byId('asking').hidden = false;
    if (text) {
      fail(text);
    } else {
      byId('chosen-title').focus();
    }
  }

  // One bar for the whole way: the upload is three fifths of it, the reading most of the rest.
  function bar(percent, words) {
    const before = byId('bar').value;
    byId('bar').value = Math.max(before, percent);
    byId('bar-number').textContent = Math.round(byId('bar').value) + '%';
    if (byId('bar-words').textContent !== words) {
      byId('bar-words').textContent = words;
      byId('going-news').textContent = words;
    }
  }

  function stage(name) {
    const stages = Array.from(byId('stages').children);
    const at = stages.findIndex((item) => item.dataset.stage === name);
    stages.forEach((item, index) => {
      item.className = index < at ? 'sp-stages__done' : index === at ? 'sp-stages__now' : '';
      if (index === at) {
        item.setAttribute('aria-current', 'step');
      } else {
        item.removeAttribute('aria-current');
      }
    });
  }

  function show(step) {
    if (step.stage === 'reading') {
      stage('reading');
      const words = 'document ' + step.document + ' of ' + step.of;
      byId('note-reading').textContent = words;
      bar(60 + 30 * (step.document - 1) / step.of, 'Reading ' + words);
    } else if (step.stage === 'sealing') {
      stage('sealing');
      bar(92, 'Sealing');
    } else if (step.stage === 'storing') {
      stage('storing');
      bar(97, 'Into custody');
    }
  }

  function token() {
    return Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join('');
  }

  function follow(key) {
    const mine = running;
    fetch(form.dataset.uploads + key, {headers: {Accept: 'application/json'}})
      .then((answer) => answer.ok ? answer.json() : {stage: 'unknown'})
      .then((step) => {
        if (running === mine) {
          show(step);
        }
      })
      .catch(() => {});
  }

  function answered(request) {
    let answer = {};
    try {
      answer = JSON.parse(request.responseText);
    } catch (notJson) {
      // Falls through to the general sentence.
    }
    if (request.status === 200 && answer.location) {
      bar(100, 'Done');
      window.location.assign(answer.location);
    } else if (request.status === 401 || request.status === 403) {
      back('You were signed out. Nothing was taken. Open this page again and sign in');
    } else {
      back(answer.detail || 'It could not be sent. Treat it as not sent, and try again');
    }
  }

  function send() {
    const body = new FormData();
    chosen.forEach((file) => body.append('files', file, file.name));
    const key = token();
    const request = new XMLHttpRequest();
    running = {request: request, poll: 0};
    byId('bar').value = 0;
    byId('note-reading').textContent = '';
    byId('note-receiving').textContent = '';
    stage('receiving');
    bar(0, 'Uploading');
    problem('');
    byId('asking').hidden = true;
    byId('going').hidden = false;
    byId('stop').hidden = false;
    byId('going-title').focus();
    window.scrollTo(0, 0);

    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) {
        byId('note-receiving').textContent = size(event.loaded) + ' of ' + size(event.total);
        bar(60 * event.loaded / event.total, 'Uploading');
      }
    });
    request.upload.addEventListener('load', () => {
      stage('reading');
      bar(60, 'Reading');
      byId('stop').hidden = true;
      running.poll = setInterval(() => follow(key), 400);
      follow(key);
    });
    request.addEventListener('load', () => answered(request));
    request.addEventListener('error', () =>
      back('The connection was lost. Treat it as not sent, and send it again: the same files are never taken twice'));
    request.open('POST', form.getAttribute('action'));
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('X-CSRF-TOKEN', form.elements._csrf.value);
    request.setRequestHeader('X-Upload-Token', key);
    request.send(body);
  }

  input.addEventListener('change', () => {
    add(input.files);
    input.value = '';
  });
  ['dragenter', 'dragover'].forEach((name) => drop.addEventListener(name, (event) => {
    event.preventDefault();
    drop.classList.add('sp-drop--over');
  }));
  ['dragleave', 'drop'].forEach((name) => drop.addEventListener(name, () => drop.classList.remove('sp-drop--over')));
  drop.addEventListener('drop', (event) => {
    event.preventDefault();
    add(event.dataTransfer.files);
  });
  // A file that misses the box must not replace the page.
  ['dragover', 'drop'].forEach((name) => window.addEventListener(name, (event) => event.preventDefault()));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const complaint = check();
    if (complaint) {
      fail(complaint);
    } else if (!running) {
      send();
    }
  });
  byId('stop').addEventListener('click', () => {
    running.request.abort();
    back('');
  });
})();
