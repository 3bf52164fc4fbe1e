// The mails of the local stack: the list is asked for every few seconds while somebody looks, a mail when it is chosen.
const EVERY = 3000;
const TEXTS = {
  zh: {
    title: '演示邮箱', hint: '平台发出的邮件都到这里，不会真正投递；重启后清空。', box: '收件人', everybody: '所有人', from: '发件人', to: '收件人', at: '时间', form: '显示方式', html: '网页', text: '纯文本',
    back: '返回列表', count: n => `${n} 封邮件`, none: '还没有邮件。登记一张工单，联系人就会收到第一封。', away: '邮件服务暂时没有回应，稍后自动重试。', other: 'English', gone: '这封邮件已不在了。', page: '邮件内容',
  },
  en: {
    title: 'Mails of the demo', hint: 'Every mail that the platform sends comes here and goes nowhere else; a restart empties it.', box: 'Recipient', everybody: 'Everybody', from: 'From', to: 'To', at: 'Time', form: 'Shown as',
    html: 'Web page', text: 'Plain text', back: 'Back to the list', count: n => (n === 1 ? '1 mail' : `${n} mails`), none: 'No mail yet. Open a ticket, and its contact gets the first one.',
    away: 'The mail server does not answer; we ask again by ourselves.', other: '中文', gone: 'This mail is gone.', page: 'The mail',
  },
};
const $ = id => document.getElementById(id);
const asked = new URLSearchParams(location.search).get('lang');
let language = asked in TEXTS ? asked : (localStorage.getItem('language') ?? (navigator.language.startsWith('zh') ? 'zh' : 'en'));
let mails = [];
let last = '';
let chosen = null;
let away = false;
const seen = new Set();

const keyOf = mail => `${mail.box} ${mail.uid}`;
const queryOf = mail => `?${new URLSearchParams({ box: mail.box, uid: mail.uid })}`;
const time = (at, full) => new Date(at).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', full ? { dateStyle: 'long', timeStyle: 'medium' } : { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' });
const say = (name, ...values) => { const text = TEXTS[language][name]; return typeof text === 'function' ? text(...values) : text; };

function write() {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  document.title = say('title');
  for (const element of document.querySelectorAll('[data-text]')) element.textContent = say(element.dataset.text);
  $('language').textContent = say('other');
  $('language').lang = language === 'zh' ? 'en' : 'zh-CN';
  $('frame').title = say('page');
  draw();
}

function row(mail) {
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset.key = keyOf(mail);
  button.className = seen.has(keyOf(mail)) ? '' : 'fresh';
  if (chosen && keyOf(chosen) === keyOf(mail)) button.setAttribute('aria-current', 'true');
  const subject = Object.assign(document.createElement('span'), { className: 'subject', textContent: mail.subject });
  const meta = Object.assign(document.createElement('span'), { className: 'meta' });
  meta.append(Object.assign(document.createElement('span'), { textContent: mail.box }), Object.assign(document.createElement('time'), { textContent: time(mail.at), dateTime: new Date(mail.at).toISOString() }));
  button.append(subject, meta);
  button.addEventListener('click', () => choose(mail));
  const item = document.createElement('li');
  item.append(button);
  return item;
}

function draw() {
  const boxes = [...new Set(mails.map(mail => mail.box))].sort();
  const box = $('box').value;
  $('box').replaceChildren(new Option(say('everybody'), ''), ...boxes.map(each => new Option(each, each)));
  $('box').value = boxes.includes(box) ? box : '';
  const shown = mails.filter(mail => !$('box').value || mail.box === $('box').value);
  const focused = document.activeElement?.dataset?.key;
  $('list').replaceChildren(...shown.map(row));
  if (focused) $('list').querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  $('count').textContent = away ? say('away') : shown.length ? say('count', shown.length) : say('none');
  if (chosen) $('at').textContent = time(chosen.at, true);
}

async function choose(mail) {
  const answer = await fetch(`mail${queryOf(mail)}`);
  if (!answer.ok) {
    $('count').textContent = say('gone');
    return;
  }
  chosen = await answer.json();
  seen.add(keyOf(mail));
  for (const name of ['subject', 'from', 'to']) $(name).textContent = chosen[name];
  $('words').textContent = chosen.text;
  document.body.classList.add('reading');
  $('mail').hidden = false;
  form();
  draw();
}

function form() {
  const html = chosen.html !== null && document.querySelector('input[name=form]:checked').value === 'html';
  $('form').hidden = chosen.html === null;
  $('frame').hidden = !html;
  $('words').hidden = html;
  const address = html ? `mail.html${queryOf(chosen)}` : 'about:blank';
  if ($('frame').getAttribute('src') !== address) $('frame').src = address;
}

async function look() {
  if (document.hidden) return;
  try {
    const answer = await fetch('mails');
    const text = await answer.text();
    if (answer.ok && (text !== last || away)) {
      last = text;
      away = false;
      mails = JSON.parse(text);
      draw();
    }
  } catch {
    away = true;
    draw();
  }
}

$('box').addEventListener('change', draw);
$('language').addEventListener('click', () => {
  language = language === 'zh' ? 'en' : 'zh';
  localStorage.setItem('language', language);
  write();
});
$('back').addEventListener('click', () => {
  document.body.classList.remove('reading');
  $('list').querySelector('[aria-current]')?.focus();
});
for (const radio of document.querySelectorAll('input[name=form]')) radio.addEventListener('change', form);
document.addEventListener('visibilitychange', look);
write();
look();
setInterval(look, EVERY);
