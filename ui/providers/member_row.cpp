// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/member_row.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <functional>

#include "items/provider_list_model.h"
#include "items/relative_time.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/icon_button.h"

namespace heliograph::ui {

namespace {

constexpr int kMemberGripWidth = 14;
constexpr qreal kMemberGripDot = 2.4;
constexpr qreal kMemberGripStep = 5;
constexpr int kMemberFactWidth = 92;

/// The six dots by which the mouse moves a member.
class MemberGrip final : public QWidget {
 public:
  MemberGrip() {
    setFixedSize(kMemberGripWidth, size::SmallControl);
    setCursor(Qt::OpenHandCursor);
    setToolTip(MemberRow::tr("Drag to move this, or press Alt+Up and Alt+Down"));
  }
  std::function<void(bool)> held;
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

QWidget* memberName(const providers::Provider& provider, const MemberFacts& facts) {
  auto* name = new QWidget;
  auto* column = new QVBoxLayout(name);
  column->setContentsMargins({});
  column->setSpacing(0);
  column->addWidget(new ElidedLabel(provider.name, TypeRole::Label));
  if (!facts.sender.isEmpty()) column->addWidget(new ElidedLabel(facts.sender, TypeRole::Hint, Ink::Text3));
  return name;
}

QString testedWords(const providers::Provider& provider, const QDateTime& now) {
  if (!provider.health.lastProblem.isEmpty()) return provider.health.lastProblem;
  if (provider.health.lastAcceptedAt.isValid()) {
    return MemberRow::tr("accepted %1").arg(items::agoWords(provider.health.lastAcceptedAt, now));
  }
  return {};
}

QString priceWords(const MemberFacts& facts) {
  if (facts.cheapest.isEmpty()) return MemberRow::tr("unknown");
  return facts.cheapest == facts.dearest ? facts.dearest : MemberRow::tr("up to %1").arg(facts.dearest);
}

}  // namespace

MemberRow::MemberRow(int place, const providers::Provider& provider, const MemberFacts& facts,
                     const std::vector<audience::CountryCount>& countries, const QDateTime& now, QWidget* parent)
    : Card(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setObjectName(QStringLiteral("group.member.%1").arg(place));
  setPadding(size::Medium);
  auto* grip = new MemberGrip;
  grip->held = [this](bool held) {
    m_dragged = held;
    update();
  };
  grip->letGo = [this](QPoint at) { Q_EMIT dropped(at); };
  const items::HealthWord health = items::healthWord(provider);
  auto* remove = new IconButton(Icon::Close, tr("Take it out of the group"));
  connect(remove, &IconButton::clicked, this, &MemberRow::removeRequested);

  QStringList warnings;
  if (const QString unreached = unreachedWords(facts.coverage, countries); !unreached.isEmpty()) warnings << unreached;
  if (facts.asksTemplate) warnings << tr("needs a template id");
  const QString tested = testedWords(provider, now);
  auto* state = new QVBoxLayout;
  state->setSpacing(size::Tiny);
  state->addWidget(new Chip(health.word, static_cast<Tone>(health.tone)), 0, Qt::AlignLeading);
  if (!tested.isEmpty()) state->addWidget(new ElidedLabel(tested, TypeRole::Hint, Ink::Text3));
  auto* row = new QHBoxLayout;
  row->setSpacing(size::Medium);
  row->addWidget(grip);
  row->addWidget(new Chip(QString::number(place)));
  row->addWidget(memberName(provider, facts), 3);
  row->addWidget(memberFact(coverageWords(facts.coverage), tr("countries")));
  row->addWidget(memberFact(priceWords(facts), tr("a part")));
  row->addLayout(state, 2);
  row->addWidget(remove);
  body()->addLayout(row);
  if (!warnings.isEmpty()) {
    auto* words = new Label(warnings.join(QStringLiteral(" · ")), TypeRole::Hint, Ink::Attention);
    words->setObjectName(QStringLiteral("group.warning.%1").arg(place));
    words->setWordWrap(true);
    words->setIndent(kMemberGripWidth + size::Medium);
    body()->addWidget(words);
  }
  setAccessibleName(tr("%1, place %2; Alt+Up and Alt+Down move it").arg(provider.name).arg(place));
  QStringList told{health.word};
  told << warnings;
  setAccessibleDescription(told.join(QStringLiteral(", ")));
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
