// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/member_row.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <functional>

#include "items/provider_list_model.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/icon_button.h"

namespace heliograph::ui {

namespace {

constexpr int kMemberGripWidth = 14;
constexpr qreal kMemberGripDot = 2.4;
constexpr qreal kMemberGripStep = 5;
constexpr int kMemberFactWidth = 92;
constexpr int kMemberPlaceWidth = 28;

/// The six dots by which the mouse moves a member.
class MemberGrip final : public QWidget {
 public:
  MemberGrip() {
    setFixedSize(kMemberGripWidth, size::SmallControl);
    setCursor(Qt::OpenHandCursor);
    setToolTip(MemberRow::tr("Drag to move this, or press Alt+Up and Alt+Down"));
  }
  std::function<void(bool)> held;
  std::function<void(QPoint)> carried;
  std::function<void(QPoint)> letGo;

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Tokens::of(this).text2);
    const QPointF middle = QRectF(rect()).center();
    for (const int column : {-1, 1}) {
      for (const int row : {-1, 0, 1}) {
        painter.drawEllipse(middle + QPointF(column * kMemberGripStep / 2, row * kMemberGripStep), kMemberGripDot / 2,
                            kMemberGripDot / 2);
      }
    }
  }
  void mousePressEvent(QMouseEvent* event) override {
    if (event->button() != Qt::LeftButton) return;
    setCursor(Qt::ClosedHandCursor);
    held(true);
  }
  void mouseMoveEvent(QMouseEvent* event) override {
    if (event->buttons() & Qt::LeftButton) carried(event->globalPosition().toPoint());
  }
  void mouseReleaseEvent(QMouseEvent* event) override {
    if (event->button() != Qt::LeftButton) return;
    setCursor(Qt::OpenHandCursor);
    held(false);
    // The row may be gone after this.
    letGo(event->globalPosition().toPoint());
  }
};

/// A value and what it is, one above the other.
QWidget* memberFact(const QString& value, const QString& caption) {
  auto* fact = new QWidget;
  fact->setFixedWidth(kMemberFactWidth);
  auto* column = new QVBoxLayout(fact);
  column->setContentsMargins({});
  column->setSpacing(0);
  column->addWidget(new ElidedLabel(value));
  column->addWidget(new Label(caption, TypeRole::Hint, Ink::Text3));
  return fact;
}

QWidget* memberName(const MemberFacts& facts) {
  auto* name = new QWidget;
  auto* column = new QVBoxLayout(name);
  column->setContentsMargins({});
  column->setSpacing(0);
  column->addWidget(new ElidedLabel(facts.provider.name, TypeRole::Label));
  if (!facts.sender.isEmpty()) column->addWidget(new ElidedLabel(facts.sender, TypeRole::Hint, Ink::Text3));
  return name;
}

QString priceWords(const MemberFacts& facts) {
  if (facts.cheapest.isEmpty()) return MemberRow::tr("unknown");
  return facts.cheapest == facts.dearest ? facts.dearest : MemberRow::tr("up to %1").arg(facts.dearest);
}

/// The chip of a member; what was tried and refused is no good word, whatever came before.
Chip* memberChip(const MemberFacts& facts) {
  if (facts.provider.archived) return new Chip(MemberRow::tr("Archived"), Tone::Neutral);
  if (facts.test && !facts.test->accepted && !facts.test->unclear) {
    return new Chip(MemberRow::tr("Test refused"), Tone::Problem);
  }
  const items::HealthWord health = items::healthWord(facts.provider);
  return new Chip(health.word, static_cast<Tone>(health.tone));
}

}  // namespace

MemberRow::MemberRow(int place, const MemberFacts& facts, const std::vector<audience::CountryCount>& countries,
                     const QDateTime& now, QWidget* parent)
    : Card(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setObjectName(QStringLiteral("group.member.%1").arg(place));
  setPadding(size::Medium);
  body()->addLayout(makeFacts(place, facts));
  QStringList told;
  if (!facts.provider.archived) told << items::healthWord(facts.provider).word;
  if (const QString tried = triedWords(facts, now); !tried.isEmpty()) told << tried;
  if (!facts.provider.health.lastProblem.isEmpty()) told << facts.provider.health.lastProblem;
  const QStringList warnings = memberWarnings(facts, countries);
  body()->addLayout(makeState(place, facts, told.mid(facts.provider.archived ? 0 : 1), warnings));
  setAccessibleName(tr("%1, place %2; Alt+Up and Alt+Down move it").arg(facts.provider.name).arg(place));
  told << warnings;
  setAccessibleDescription(told.join(QStringLiteral(", ")));
}

QHBoxLayout* MemberRow::makeFacts(int place, const MemberFacts& facts) {
  auto* grip = new MemberGrip;
  grip->held = [this](bool held) {
    m_dragged = held;
    update();
  };
  grip->carried = [this](QPoint at) { Q_EMIT carried(at); };
  grip->letGo = [this](QPoint at) { Q_EMIT dropped(at); };
  auto* number = new Chip(QString::number(place));
  number->setFixedWidth(kMemberPlaceWidth);
  auto* test = new Button(tr("Send test"));
  test->setObjectName(QStringLiteral("group.test.%1").arg(place));
  test->setAccessibleName(tr("Send a test through %1").arg(facts.provider.name));
  if (facts.provider.archived) test->setBlockedBecause(tr("It is archived and sends nothing any more"));
  auto* remove = new IconButton(Icon::Close, tr("Take %1 out of the group").arg(facts.provider.name));
  remove->setObjectName(QStringLiteral("group.takeOut.%1").arg(place));
  connect(test, &Button::clicked, this, &MemberRow::testRequested);
  connect(remove, &IconButton::clicked, this, &MemberRow::removeRequested);
  auto* row = new QHBoxLayout;
  row->setSpacing(size::Medium);
  row->addWidget(grip);
  row->addWidget(number);
  row->addWidget(memberName(facts), 1);
  row->addWidget(memberFact(coverageWords(facts.coverage), tr("countries")));
  row->addWidget(memberFact(priceWords(facts), tr("a part")));
  row->addWidget(test);
  row->addWidget(remove);
  return row;
}

QHBoxLayout* MemberRow::makeState(int place, const MemberFacts& facts, const QStringList& told,
                                  const QStringList& warnings) {
  auto* words = new QVBoxLayout;
  words->setSpacing(0);
  const auto say = [words](const QString& text, Ink ink) {
    auto* label = new Label(text, TypeRole::Hint, ink);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    words->addWidget(label);
    return label;
  };
  if (!told.isEmpty()) say(told.join(tr(" · ")), Ink::Text3);
  if (!warnings.isEmpty()) {
    say(warnings.join(tr(" · ")), Ink::Attention)->setObjectName(QStringLiteral("group.warning.%1").arg(place));
  }
  auto* row = new QHBoxLayout;
  row->setSpacing(size::Medium);
  row->addSpacing(kMemberGripWidth + kMemberPlaceWidth + 2 * size::Medium);
  Chip* chip = memberChip(facts);
  chip->setObjectName(QStringLiteral("group.health.%1").arg(place));
  row->addWidget(chip, 0, Qt::AlignTop);
  row->addLayout(words, 1);
  return row;
}

void MemberRow::keyPressEvent(QKeyEvent* event) {
  if (event->modifiers() == Qt::AltModifier && event->key() == Qt::Key_Up) {
    Q_EMIT moveRequested(-1);
  } else if (event->modifiers() == Qt::AltModifier && event->key() == Qt::Key_Down) {
    Q_EMIT moveRequested(1);
  } else if (event->key() == Qt::Key_Delete) {
    Q_EMIT removeRequested();
  } else {
    Card::keyPressEvent(event);
  }
}

void MemberRow::paintEvent(QPaintEvent* event) {
  setBorder(hasFocus() || m_dragged ? Border::Chosen : Border::Line);
  Card::paintEvent(event);
}

}  // namespace heliograph::ui
