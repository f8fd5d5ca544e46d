// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sandbox/sandbox_window.h"

#include <QFileInfo>
#include <QLocale>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/preview/text_words.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/label.h"
#include "ui/widgets/phone_view.h"

namespace heliograph::ui {

namespace {

constexpr std::chrono::milliseconds kSandboxLook{1000};
constexpr int kSandboxHeight = 620;

using Messages = std::vector<providers::SandboxMessage>;

Messages newestFirst(const QString& file) {
  auto messages = providers::SandboxRecord::load(file).value_or(Messages{});
  std::reverse(messages.begin(), messages.end());
  return messages;
}

}  // namespace

SandboxWindow::SandboxWindow(Services& services, QWidget* parent)
    : QDialog(parent),
      m_services(services),
      m_phone(new PhoneView),
      m_facts(new Label({}, TypeRole::Hint, Ink::Text3)) {
  setObjectName(QStringLiteral("sandbox.window"));
  setWindowTitle(tr("Sandbox phone"));
  resize(size::SidePane, kSandboxHeight);
  m_phone->setAccessibleName(tr("Phone of the sandbox"));
  m_facts->setWordWrap(true);
  m_facts->setAlignment(Qt::AlignCenter);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(size::Large, size::Large, size::Large, size::Large);
  column->addWidget(m_phone, 1);
  column->addWidget(m_facts);
  m_timer.setInterval(kSandboxLook);
  connect(&m_timer, &QTimer::timeout, this, &SandboxWindow::look);
  connect(m_phone, &PhoneView::searchRequested, this, &SandboxWindow::search);
  connect(m_phone, &PhoneView::nextRequested, this, [this] {
    if (m_shown + 1 < m_messages.size()) ++m_shown;
    showMessage();
  });
  connect(m_phone, &PhoneView::previousRequested, this, [this] {
    if (m_shown > 0) --m_shown;
    showMessage();
  });
}

void SandboxWindow::showEvent(QShowEvent* event) {
  QDialog::showEvent(event);
  showMessage();
  look();
  m_timer.start();
}

void SandboxWindow::hideEvent(QHideEvent* event) {
  m_timer.stop();
  QDialog::hideEvent(event);
}

void SandboxWindow::look() {
  const QFileInfo file(m_services.sandboxRecord);
  // Lines are only ever appended, so its size tells whether there is anything new.
  const qint64 size = file.exists() ? file.size() : 0;
  if (m_loading || size == m_read) return;
  m_loading = true;
  m_read = size;
  m_services.background.run([file = m_services.sandboxRecord] { return newestFirst(file); })
      .then(this, [this](const Messages& messages) {
        m_loading = false;
        show(messages);
      });
}

void SandboxWindow::show(const Messages& messages) {
  const qint64 shown = m_shown > 0 && m_shown < m_messages.size() ? m_messages[m_shown].number : 0;
  m_messages = messages;
  const auto same =
      std::find_if(messages.begin(), messages.end(), [shown](const auto& one) { return one.number == shown; });
  m_shown = same == messages.end() ? 0 : static_cast<std::size_t>(same - messages.begin());
  showMessage();
}

void SandboxWindow::showMessage() {
  if (m_messages.empty()) {
    m_phone->setPersonNote(tr("Sandbox"), tr("Nothing has arrived yet"));
    m_phone->setTexts({});
    m_phone->setMeasure({});
    m_facts->clear();
    return;
  }
  const providers::SandboxMessage& message = m_messages[m_shown];
  m_phone->setPerson(message.to, static_cast<qint64>(m_shown) + 1, static_cast<qint64>(m_messages.size()));
  m_phone->setSender(message.from);
  m_phone->setText(message.body);
  m_phone->setMeasure(partsWords(message.parts));
  m_phone->setClock(message.at.toLocalTime().toString(QStringLiteral("HH:mm")));
  const QString at = QLocale().toString(message.at.toLocalTime(), QStringLiteral("ddd d MMM HH:mm:ss"));
  QString facts = message.status == QLatin1String("accepted") ? tr("Arrived %1").arg(at)
                                                              : tr("Refused %1 with code %2").arg(at).arg(message.code);
  if (message.sendAt.isValid()) {
    const QString until = QLocale().toString(message.sendAt.toLocalTime(), QStringLiteral("ddd d MMM HH:mm"));
    facts = tr("%1, kept until %2 unless it is taken back").arg(facts, until);
  }
  m_facts->setText(facts);
}

void SandboxWindow::search(const QString& text) {
  const QString wanted = text.trimmed();
  if (wanted.isEmpty()) return;
  const auto found = std::find_if(m_messages.begin(), m_messages.end(), [&wanted](const auto& message) {
    return message.to.contains(wanted) || message.body.contains(wanted, Qt::CaseInsensitive);
  });
  if (found == m_messages.end()) return;
  m_shown = static_cast<std::size_t>(found - m_messages.begin());
  showMessage();
}

}  // namespace heliograph::ui
