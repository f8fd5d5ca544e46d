// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/publish/publish_dialog.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/theme/tokens.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/separator.h"

namespace heliograph::ui {

namespace {
constexpr std::chrono::milliseconds kTick{100};
constexpr int kPublishWidth = 520;
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

PublishDialog::PublishDialog(const PublishQuestion& question, std::chrono::milliseconds countdown, QWidget* parent)
    : QDialog(parent), m_people(question.people), m_left(countdown), m_stack(new QStackedWidget) {
  setObjectName(QStringLiteral("publish.dialog"));
  setWindowTitle(tr("Publish"));
  setMinimumWidth(kPublishWidth);
  m_stack->addWidget(makeConfirmation(question));
  m_stack->addWidget(makeCountdown());
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(size::Wide, size::Wide, size::Wide, size::Wide);
  column->addWidget(m_stack);
  m_timer.setInterval(std::min(kTick, std::max(countdown, std::chrono::milliseconds(1))));
  connect(&m_timer, &QTimer::timeout, this, &PublishDialog::tick);
  checkTyped();
}

QWidget* PublishDialog::makeConfirmation(const PublishQuestion& question) {
  auto* facts = new QGridLayout;
  facts->setHorizontalSpacing(size::Large);
  facts->setVerticalSpacing(size::Small);
  facts->setColumnStretch(1, 1);
  for (const auto& [name, words] : question.facts) {
    auto* text = new Label(words);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    const int row = facts->rowCount();
    facts->addWidget(new Label(name, TypeRole::Body, Ink::Text2), row, 0, Qt::AlignTop);
    facts->addWidget(text, row, 1);
  }
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins({});
  column->setSpacing(size::Medium);
  if (!question.notice.isEmpty()) {
    auto* notice = new Banner(Tone::Attention);
    notice->setObjectName(QStringLiteral("publish.notice"));
    notice->setRounded(true);
    notice->setMessage(Icon::Warning, question.notice.toHtmlEscaped());
    column->addWidget(notice);
  }
  auto* heading = new Label(question.heading, TypeRole::Header);
  heading->setTextFormat(Qt::PlainText);
  heading->setWordWrap(true);
  column->addWidget(heading);
  column->addLayout(facts);
  column->addWidget(new Separator(Qt::Horizontal));
  column->addLayout(makeNumber());
  column->addSpacing(size::Small);
  column->addLayout(makeButtons());
  return page;
}

QLayout* PublishDialog::makeNumber() {
  m_typed = new QLineEdit;
  m_typed->setObjectName(QStringLiteral("publish.typed"));
  m_typed->setAccessibleName(tr("Number of people"));
  m_typed->setMinimumHeight(size::Field);
  m_wrong = new Label({}, TypeRole::Hint, Ink::Problem);
  m_wrong->setObjectName(QStringLiteral("publish.wrong"));
  m_wrong->setWordWrap(true);
  connect(m_typed, &QLineEdit::textChanged, this, &PublishDialog::checkTyped);
  connect(m_typed, &QLineEdit::returnPressed, this, &PublishDialog::enterTyped);
  auto* column = new QVBoxLayout;
  column->setSpacing(size::Small);
  column->addWidget(
      makeFieldLabel(tr("Type %1 to confirm how many people get it").arg(QLocale().toString(m_people)), m_typed));
  column->addWidget(m_typed);
  column->addWidget(m_wrong);
  return column;
}

QLayout* PublishDialog::makeButtons() {
  auto* cancel = new Button(tr("Cancel"));
  cancel->setObjectName(QStringLiteral("publish.back"));
  cancel->setAutoDefault(false);
  m_confirm = new Button(
      m_people == 1 ? tr("Publish to 1 person") : tr("Publish to %1 people").arg(QLocale().toString(m_people)),
      ButtonRole::Danger, Icon::Send);
  m_confirm->setObjectName(QStringLiteral("publish.confirm"));
  m_confirm->setAutoDefault(false);
  connect(cancel, &Button::clicked, this, &QDialog::reject);
  connect(m_confirm, &Button::clicked, this, &PublishDialog::startCountdown);
  auto* buttons = new QHBoxLayout;
  buttons->addStretch();
  buttons->addWidget(cancel);
  buttons->addWidget(m_confirm);
  return buttons;
}

QWidget* PublishDialog::makeCountdown() {
  auto* heading = new Label(m_people == 1 ? tr("Publishing to 1 person in")
                                          : tr("Publishing to %1 people in").arg(QLocale().toString(m_people)),
                            TypeRole::Header);
  heading->setAlignment(Qt::AlignCenter);
  m_seconds = new Label({}, TypeRole::BigNumber);
  m_seconds->setObjectName(QStringLiteral("publish.seconds"));
  m_seconds->setAlignment(Qt::AlignCenter);
  auto* words =
      new Label(tr("Nothing has left yet. At zero the people are counted once more."), TypeRole::Body, Ink::Text2);
  words->setAlignment(Qt::AlignCenter);
  words->setWordWrap(true);
  m_cancel = new Button(tr("Cancel, send nothing (Esc)"));
  m_cancel->setObjectName(QStringLiteral("publish.cancel"));
  m_cancel->setBig(true);
  m_cancel->setAutoDefault(false);
  m_cancel->installEventFilter(this);
  connect(m_cancel, &Button::clicked, this, &QDialog::reject);
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins({});
  column->setSpacing(size::Medium);
  column->addStretch();
  column->addWidget(heading);
  column->addWidget(m_seconds);
  column->addWidget(words);
  column->addStretch();
  column->addWidget(m_cancel, 0, Qt::AlignHCenter);
  return page;
}

/// While digits are still missing a number is not wrong yet.
void PublishDialog::checkTyped() {
  const QString typed = m_typed->text().trimmed();
  const qint64 number = typedNumber(typed);
  const bool right = !typed.isEmpty() && number == m_people;
  const bool wrong =
      !typed.isEmpty() && !right && (number < 0 || !QString::number(m_people).startsWith(QString::number(number)));
  m_confirm->setBlockedBecause(right ? QString() : tr("Type the number of people first"));
  m_wrong->setText(wrong ? tr("That is not %1.").arg(QLocale().toString(m_people)) : QString());
}

void PublishDialog::enterTyped() {
  if (m_confirm->isEnabled()) return startCountdown();
  m_wrong->setText(tr("That is not %1. Nothing is published before it is typed.").arg(QLocale().toString(m_people)));
}

void PublishDialog::startCountdown() {
  if (m_timer.isActive() || typedNumber(m_typed->text()) != m_people) return;
  m_stack->setCurrentIndex(1);
  m_cancel->setFocus();
  showSeconds();
  m_timer.start();
}

/// A second Enter after the number takes nothing back.
bool PublishDialog::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_cancel && event->type() == QEvent::KeyPress) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) return true;
  }
  return QDialog::eventFilter(watched, event);
}

void PublishDialog::showSeconds() {
  const qint64 seconds = std::max<qint64>(0, (m_left.count() + 999) / 1000);
  if (m_seconds->text() != QLocale().toString(seconds)) m_seconds->setText(QLocale().toString(seconds));
}

void PublishDialog::tick() {
  m_left -= m_timer.intervalAsDuration();
  showSeconds();
  if (m_left.count() > 0) return;
  m_timer.stop();
  accept();
}

}  // namespace heliograph::ui
