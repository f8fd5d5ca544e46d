// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/rule_row.h"

#include <QGraphicsOpacityEffect>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QPainter>

#include "ui/theme/tokens.h"
#include "ui/who/rule_grip.h"
#include "ui/who/rules/make_sentence.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

namespace {

constexpr int kPeopleWidth = 72;
constexpr qreal kOffOpacity = 0.45;

int numberOf(const audience::PartPath& path) {
  return path.empty() ? 1 : path.back() + 1;
}

}  // namespace

/// How many people the rule alone lets through.
class RuleRow::People final : public QWidget {
 public:
  People() {
    setFixedSize(kPeopleWidth, size::SmallControl);
    setObjectName(QStringLiteral("rule.people"));
  }

  void show(const QString& figure, bool grey, const QString& spoken) {
    m_figure = figure;
    m_grey = grey;
    setAccessibleName(spoken);
    setToolTip(spoken);
    update();
  }
  void grey() {
    m_grey = true;
    update();
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.setFont(typeFont(TypeRole::Label));
    painter.setPen(m_grey ? Tokens::of(this).text3 : Tokens::of(this).text);
    drawTabular(&painter, rect(), Qt::AlignTrailing | Qt::AlignVCenter, m_figure);
  }

 private:
  QString m_figure;
  bool m_grey = false;
};

RuleRow::RuleRow(RuleSupply& supply, const audience::SegmentPart& part, audience::PartPath path, bool idle)
    : m_path(std::move(path)),
      m_off(part.off),
      m_idle(idle),
      m_sentence(makeSentence(part, supply, numberOf(m_path))),
      m_people(new People),
      m_menu(new QMenu(this)) {
  setObjectName(QStringLiteral("rule.row"));
  arrange();
  connect(m_sentence, &RuleSentence::edited, this, &RuleRow::edited);
  if (isOff()) showOff();
}

void RuleRow::showOff() {
  m_sentence->setEnabled(false);
  auto* faint = new QGraphicsOpacityEffect(m_sentence);
  faint->setOpacity(kOffOpacity);
  m_sentence->setGraphicsEffect(faint);
  m_people->show(tr("off"), true, tr("Switched off: nobody is left out or let in by this rule"));
}

void RuleRow::arrange() {
  auto* more = new IconButton(Icon::Dots, tr("What to do with rule %1").arg(numberOf(m_path)));
  more->setObjectName(QStringLiteral("rule.menu"));
  more->setMenu(m_menu);
  more->setPopupMode(QToolButton::InstantPopup);
  m_more = more;
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(size::Tiny + 2);
  row->addWidget(new RuleGrip(m_path), 0, Qt::AlignTop);
  row->addSpacing(size::Tiny);
  row->addWidget(m_sentence, 1, Qt::AlignVCenter);
  row->addWidget(m_people, 0, Qt::AlignTop);
  row->addWidget(more, 0, Qt::AlignTop);
}

audience::SegmentPart RuleRow::part() const {
  return {m_sentence->value(), m_off};
}

bool RuleRow::isComplete() const {
  return m_sentence->isComplete();
}

void RuleRow::setPeople(qint64 people) {
  const QString figure = QLocale().toString(people);
  m_people->show(
      figure, false,
      people == 1 ? tr("1 person matches this rule alone") : tr("%1 people match this rule alone").arg(figure));
}

void RuleRow::setCounting() {
  m_people->grey();
}

void RuleRow::clearPeople(const QString& why) {
  m_people->show(why.isEmpty() ? QString() : QStringLiteral("\u2013"), true, why);
}

void RuleRow::focusFirst() {
  isOff() ? m_more->setFocus(Qt::TabFocusReason) : m_sentence->focusFirst();
}

void RuleRow::focusOpen() {
  isOff() ? m_more->setFocus(Qt::TabFocusReason) : m_sentence->focusOpen();
}

}  // namespace heliograph::ui
