// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/publish_dialog.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

namespace {
constexpr std::chrono::milliseconds kTick{100};
constexpr int kWidth = 480;
}  // namespace

qint64 typedNumber(const QString& text) {
  QString digits;
  for (const QChar sign : text) {
    if (sign.isDigit()) {
      digits += QString::number(sign.digitValue());
    } else if (!sign.isSpace() && !sign.isPunct()) {
      return -1;
    }
  }
  bool fine = false;
  const qint64 number = digits.toLongLong(&fine);
  return fine ? number : -1;
}

PublishDialog::PublishDialog(qint64 people, const QString& sentence, std::chrono::milliseconds countdown,
                             QWidget* parent)
    : QDialog(parent), m_people(people), m_left(countdown), m_stack(new QStackedWidget) {
  setObjectName(QStringLiteral("publish.dialog"));
  setWindowTitle(tr("Publish"));
  setMinimumWidth(kWidth);
  m_stack->addWidget(makeConfirmation(sentence));
  m_stack->addWidget(makeCountdown());
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(size::Wide, size::Wide, size::Wide, size::Wide);
  column->addWidget(m_stack);
  m_timer.setInterval(std::min(kTick, std::max(countdown, std::chrono::milliseconds(1))));
  connect(&m_timer, &QTimer::timeout, this, &PublishDialog::tick);
}

QWidget* PublishDialog::makeConfirmation(const QString& sentence) {
  auto* text = new Label(sentence, TypeRole::Header);
  text->setTextFormat(Qt::PlainText);
  text->setWordWrap(true);
  m_typed = new QLineEdit;
  m_typed->setObjectName(QStringLiteral("publish.typed"));
  m_typed->setAccessibleName(tr("Number of people"));
  m_typed->setMinimumHeight(size::Field);
  auto* ask =
      makeFieldLabel(tr("Type %1 to confirm how many people get it").arg(QLocale().toString(m_people)), m_typed);
  auto* cancel = new Button(tr("Cancel"));
  cancel->setAutoDefault(false);
  m_confirm = new Button(tr("Publish"), ButtonRole::Danger, Icon::Send);
  m_confirm->setObjectName(QStringLiteral("publish.confirm"));
  m_confirm->setDefault(true);
  connect(m_typed, &QLineEdit::textChanged, this, &PublishDialog::checkTyped);
  connect(cancel, &Button::clicked, this, &QDialog::reject);
  connect(m_confirm, &Button::clicked, this, &PublishDialog::startCountdown);

  auto* buttons = new QHBoxLayout;
  buttons->addStretch();
  buttons->addWidget(cancel);
  buttons->addWidget(m_confirm);
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins({});
  column->setSpacing(size::Medium);
  column->addWidget(text);
  column->addWidget(ask);
  column->addWidget(m_typed);
  column->addSpacing(size::Small);
  column->addLayout(buttons);
  checkTyped({});
  return page;
}

QWidget* PublishDialog::makeCountdown() {
  m_seconds = new Label({}, TypeRole::BigNumber);
  m_seconds->setObjectName(QStringLiteral("publish.seconds"));
  m_seconds->setAlignment(Qt::AlignCenter);
  auto* words = new Label(tr("Nothing has left yet. Publishing when this reaches zero."), TypeRole::Body, Ink::Text2);
  words->setAlignment(Qt::AlignCenter);
  words->setWordWrap(true);
  m_cancel = new Button(tr("Cancel, send nothing"));
  m_cancel->setObjectName(QStringLiteral("publish.cancel"));
  m_cancel->setBig(true);
  connect(m_cancel, &Button::clicked, this, &QDialog::reject);
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins({});
  column->setSpacing(size::Medium);
  column->addWidget(m_seconds);
  column->addWidget(words);
  column->addSpacing(size::Small);
  column->addWidget(m_cancel);
  return page;
}

void PublishDialog::checkTyped(const QString& text) {
  const bool right = typedNumber(text) == m_people;
  m_confirm->setBlockedBecause(right ? QString() : tr("Type the number of people first"));
}

void PublishDialog::startCountdown() {
  if (typedNumber(m_typed->text()) != m_people) return;
  m_stack->setCurrentIndex(1);
  m_cancel->setFocus();
  m_seconds->setText(QLocale().toString((m_left.count() + 999) / 1000));
  m_timer.start();
}

void PublishDialog::tick() {
  m_left -= m_timer.intervalAsDuration();
  m_seconds->setText(QLocale().toString(std::max<qint64>(0, (m_left.count() + 999) / 1000)));
  if (m_left.count() > 0) return;
  m_timer.stop();
  accept();
}

}  // namespace heliograph::ui
