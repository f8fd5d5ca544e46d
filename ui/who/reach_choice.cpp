// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/reach_choice.h"

#include <QComboBox>
#include <QLocale>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/theme/tokens.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segmented_choice.h"

namespace heliograph::ui {

using campaign::ReachLimit;

namespace {

enum ReachKind { AllOfThem, SoMany, AsManyAsCodes };
constexpr int kPoolWidth = 180;

}  // namespace

ReachChoice::ReachChoice(QWidget* parent)
    : QWidget(parent),
      m_choice(new SegmentedChoice),
      m_number(new QSpinBox),
      m_pool(new QComboBox),
      m_words(new Label({}, TypeRole::Hint, Ink::Text3)) {
  m_choice->setObjectName(QStringLiteral("who.reach"));
  m_choice->addChoice(AllOfThem, tr("Everybody"), tr("Everybody who can be texted"));
  m_choice->addChoice(SoMany, tr("Only"), tr("Only so many people, drawn by lot"));
  m_choice->addChoice(AsManyAsCodes, tr("By codes"), tr("As many people as a coupon pool has codes"));
  m_number->setObjectName(QStringLiteral("who.reach.people"));
  m_number->setAccessibleName(tr("How many people at most"));
  m_number->setRange(1, ReachLimit::most);
  m_number->setValue(ReachLimit::usual);
  m_number->setGroupSeparatorShown(true);
  m_number->setSuffix(tr(" people"));
  m_number->setFixedHeight(size::Control);
  m_pool->setObjectName(QStringLiteral("who.reach.pool"));
  m_pool->setAccessibleName(tr("Coupon pool"));
  m_pool->setFixedHeight(size::Control);
  m_pool->setMinimumWidth(kPoolWidth);
  m_words->setObjectName(QStringLiteral("who.reach.words"));
  m_words->setWordWrap(true);
  m_words->setTextFormat(Qt::PlainText);
  arrange();
  connect(m_choice, &SegmentedChoice::chosen, this, &ReachChoice::choose);
  connect(m_number, &QSpinBox::valueChanged, this, &ReachChoice::choose);
  connect(m_pool, &QComboBox::activated, this, &ReachChoice::choose);
  setLimit({});
  showPools();
}

void ReachChoice::arrange() {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(size::Small);
  column->addWidget(new Label(tr("How many of them"), TypeRole::Label));
  column->addWidget(m_choice, 0, Qt::AlignLeading);
  column->addWidget(m_number, 0, Qt::AlignLeading);
  column->addWidget(m_pool, 0, Qt::AlignLeading);
  column->addWidget(m_words);
}

ReachLimit ReachChoice::chosen() const {
  switch (m_choice->current()) {
    case SoMany:
      return ReachLimit::only(m_number->value());
    case AsManyAsCodes:
      return ReachLimit::codesOf(m_pool->currentText());
    default:
      return ReachLimit::everybody();
  }
}

void ReachChoice::setLimit(const ReachLimit& limit) {
  // Not while it is typed here: that would put the cursor elsewhere.
  if (m_choice->current() >= 0 && chosen() == limit) return showWords();
  const QSignalBlocker quiet(m_number);
  m_choice->setCurrent(static_cast<int>(limit.kind));
  if (limit.kind == ReachLimit::Kind::Only) m_number->setValue(limit.people);
  if (limit.kind == ReachLimit::Kind::Codes) {
    // One that is gone stays in sight, as the campaign still says so.
    if (m_pool->findText(limit.pool) < 0) m_pool->addItem(limit.pool);
    m_pool->setCurrentText(limit.pool);
  }
  showWords();
}

void ReachChoice::setPools(const QStringList& pools) {
  m_pools = pools;
  showPools();
}

void ReachChoice::showPools() {
  const ReachLimit limit = chosen();
  QStringList names = m_pools;
  if (limit.kind == ReachLimit::Kind::Codes && !names.contains(limit.pool)) names << limit.pool;
  m_pool->clear();
  m_pool->addItems(names);
  if (limit.kind == ReachLimit::Kind::Codes) m_pool->setCurrentText(limit.pool);
  m_choice->setBlockedBecause(
      AsManyAsCodes, names.isEmpty() ? tr("There are no coupon codes yet: import them in the library.") : QString());
}

void ReachChoice::setPeople(qint64 people, std::optional<qint64> most) {
  m_people = people;
  m_most = most;
  showWords();
}

void ReachChoice::focusChoice() {
  m_choice->focusCurrent();
}

void ReachChoice::choose() {
  showWords();
  Q_EMIT changed(chosen());
}

bool ReachChoice::isTooSmall(const ReachLimit& limit) const {
  return limit.kind == ReachLimit::Kind::Only && limit.people < ReachLimit::least && m_people >= ReachLimit::least;
}

QString ReachChoice::words(const ReachLimit& limit) const {
  const QLocale locale;
  if (!limit.limits()) return tr("Everybody who can be texted gets it.");
  if (isTooSmall(limit)) {
    return tr("At least %1, as there are more who can be texted.").arg(locale.toString(ReachLimit::least));
  }
  const QString rule =
      tr("Drawn by lot. Whoever is surely refused makes room for the next; whoever may have got it does not.");
  const bool byCodes = limit.kind == ReachLimit::Kind::Codes;
  // A pool's size arrives with the count.
  const std::optional<qint64> most = byCodes ? m_most : std::optional<qint64>(limit.people);
  if (m_people < 0 || !most) return rule;
  const QString all = locale.toString(m_people);
  const QString codes = byCodes ? tr("“%1” has %2 codes to give. ").arg(limit.pool, locale.toString(*most)) : QString();
  const QString settled = byCodes ? QLatin1Char(' ') + tr("The number is settled when you publish.") : QString();
  if (*most >= m_people) return codes + tr("Only %1 can be texted, so all of them get it.").arg(all) + settled;
  return codes + tr("%1 of %2 get it.").arg(locale.toString(*most), all) + QLatin1Char(' ') + rule + settled;
}

void ReachChoice::showWords() {
  const ReachLimit limit = chosen();
  m_number->setVisible(limit.kind == ReachLimit::Kind::Only);
  m_pool->setVisible(limit.kind == ReachLimit::Kind::Codes);
  m_words->setInk(isTooSmall(limit) ? Ink::Problem : Ink::Text3);
  m_words->setText(words(limit));
}

}  // namespace heliograph::ui
