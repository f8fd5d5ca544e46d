// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/reach_card.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>
#include <algorithm>

#include "phone/country.h"
#include "ui/layout/clear_layout.h"
#include "ui/theme/drawing.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/big_number.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/initial.h"
#include "ui/widgets/label.h"
#include "ui/widgets/link_button.h"
#include "ui/widgets/separator.h"

namespace heliograph::ui {

namespace {

QString minus(qint64 people) {
  return QStringLiteral("\u2212 ") + QLocale().toString(people);
}

/// A person of the audience as a button that shows more of them.
class PersonLine final : public QAbstractButton {
 public:
  explicit PersonLine(const audience::Profile& person) : m_country(person.country) {
    setText(person.displayName());
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setObjectName(QStringLiteral("reach.person"));
    setAccessibleName(person.displayName());
    setAccessibleDescription(ReachCard::tr("Show this person"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, size::Tiny, 0, size::Tiny);
    m_initial = new Initial(person.displayName());
    row->addWidget(m_initial);
    row->addStretch();
  }

  [[nodiscard]] QSize sizeHint() const override { return layout()->sizeHint(); }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    const Tokens& tokens = Tokens::of(this);
    if (underMouse()) drawing::roundRect(&painter, rect(), size::ControlCorner, tokens.surface2, QColor());
    if (hasFocus()) drawing::focusRing(&painter, rect(), size::ControlCorner, tokens);
    painter.setFont(typeFont(TypeRole::Hint));
    painter.setPen(tokens.text3);
    const int country = painter.fontMetrics().horizontalAdvance(m_country) + size::Tiny;
    const auto at = [this](const QRect& place) { return QStyle::visualRect(layoutDirection(), rect(), place); };
    painter.drawText(at({width() - country, 0, country, height()}), Qt::AlignCenter, m_country);
    painter.setFont(typeFont(TypeRole::Body));
    painter.setPen(tokens.text);
    const int left = m_initial->width() + size::Medium;
    const int name = width() - left - country - size::Small;
    painter.drawText(at({left, 0, name, height()}),
                     QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, name));
  }

 private:
  QString m_country;
  Initial* m_initial;
};

qint64 peopleOf(const audience::Reach& reach, audience::Reachability kind) {
  using audience::Reachability;
  switch (kind) {
    case Reachability::Reachable:
      return reach.reachable;
    case Reachability::Unsubscribed:
      return reach.unsubscribed;
    case Reachability::NoPhone:
      return reach.noPhone;
    case Reachability::InvalidPhone:
      return reach.invalidPhone;
    case Reachability::DuplicatePhone:
      return reach.duplicatePhone;
    case Reachability::HeldBack:
      return reach.heldBack;
    case Reachability::HeldBackByWorkspace:
      return reach.heldBackByWorkspace;
    case Reachability::NoProvider:
      return reach.noProvider;
  }
  return 0;
}

}  // namespace

ReachCard::ReachCard(QWidget* parent)
    : QWidget(parent),
      m_number(new BigNumber(tr("Will receive"))),
      m_why(new Label({}, TypeRole::Body, Ink::Text2)),
      m_import(new LinkButton(tr("Import contacts"))),
      m_facts(new QWidget),
      m_qualify(new FactRow(tr("Qualify"), {})),
      m_held(new FactRow(tr("held back"), {})),
      m_heldByWorkspace(new FactRow(tr("held back by the workspace"), {})),
      m_noPhone(new FactRow(tr("no number"), {})),
      m_invalid(new FactRow(tr("not a valid number"), {})),
      m_unsubscribed(new FactRow(tr("unsubscribed"), {})),
      m_duplicate(new FactRow(tr("same number twice"), {})),
      m_noProvider(new FactRow(tr("no provider for the country"), {})),
      m_receive(new FactRow(tr("Receive"), {})),
      m_could(new FactRow(tr("Can be texted"), {})),
      m_notDrawn(new FactRow(tr("not drawn by lot"), {})),
      m_drawn(new FactRow(tr("Receive"), {})),
      m_countriesTitle(new Label(tr("Countries"), TypeRole::Label)),
      m_countries(new QVBoxLayout),
      m_samplesTitle(new Label(tr("Some of them"), TypeRole::Label)),
      m_samples(new QVBoxLayout) {
  m_number->setObjectName(QStringLiteral("reach.number"));
  m_why->setWordWrap(true);
  m_import->setObjectName(QStringLiteral("reach.import"));
  connect(m_import, &LinkButton::clicked, this, &ReachCard::importRequested);
  makeFacts();
  m_samples->setSpacing(0);
  m_countries->setSpacing(0);

  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(size::Medium);
  column->addWidget(m_number);
  column->addWidget(m_why);
  column->addWidget(m_import, 0, Qt::AlignLeading);
  column->addWidget(m_facts);
  column->addWidget(m_countriesTitle);
  column->addLayout(m_countries);
  column->addWidget(m_samplesTitle);
  column->addLayout(m_samples);
  column->addStretch();
  clear({});
}

void ReachCard::makeFacts() {
  auto* facts = new QVBoxLayout(m_facts);
  facts->setContentsMargins({});
  facts->setSpacing(0);
  m_qualify->setStrong(true);
  m_receive->setStrong(true);
  facts->addWidget(m_qualify);
  for (FactRow* part : {m_held, m_heldByWorkspace, m_noPhone, m_invalid, m_unsubscribed, m_duplicate, m_noProvider}) {
    part->setIndented(true);
    facts->addWidget(part);
  }
  facts->addWidget(new Separator);
  m_could->setStrong(true);
  m_notDrawn->setIndented(true);
  m_drawn->setStrong(true);
  for (FactRow* line : {m_receive, m_could, m_notDrawn, m_drawn}) facts->addWidget(line);
  using audience::Reachability;
  lead(m_qualify, std::nullopt, tr("Who qualifies"));
  lead(m_held, Reachability::HeldBack, tr("Held back: the campaign's control group"));
  lead(m_heldByWorkspace, Reachability::HeldBackByWorkspace, tr("Held back: the workspace's control group"));
  lead(m_noPhone, Reachability::NoPhone, tr("No number"));
  lead(m_invalid, Reachability::InvalidPhone, tr("Not a valid number"));
  lead(m_unsubscribed, Reachability::Unsubscribed, tr("Unsubscribed"));
  lead(m_duplicate, Reachability::DuplicatePhone, tr("Same number twice"));
  lead(m_noProvider, Reachability::NoProvider, tr("No provider for the country"));
  lead(m_receive, Reachability::Reachable, tr("Who receives"));
  lead(m_could, Reachability::Reachable, tr("Who can be texted"));
  const auto name = [](FactRow* line, const char* object) { line->setObjectName(QLatin1String(object)); };
  name(m_qualify, "reach.qualify");
  name(m_held, "reach.held");
  name(m_heldByWorkspace, "reach.heldByWorkspace");
  name(m_noPhone, "reach.noPhone");
  name(m_invalid, "reach.invalid");
  name(m_unsubscribed, "reach.unsubscribed");
  name(m_duplicate, "reach.duplicate");
  name(m_noProvider, "reach.noProvider");
  name(m_receive, "reach.receive");
  name(m_could, "reach.could");
  name(m_notDrawn, "reach.notDrawn");
  name(m_drawn, "reach.drawn");
}

void ReachCard::lead(FactRow* line, std::optional<audience::Reachability> kind, const QString& title) {
  line->setActivatable(tr("Show these people"));
  connect(line, &FactRow::clicked, this, [this, kind, title] {
    Q_EMIT peopleRequested(kind, title, kind ? peopleOf(m_reach, *kind) : m_reach.qualified);
  });
}

void ReachCard::explain(const ReachView& view) {
  m_import->setVisible(view.contacts == 0);
  m_why->setVisible(view.reach.reachable == 0);
  if (view.contacts == 0) {
    m_why->setText(tr("There are no contacts yet. Import them first."));
  } else if (view.reach.qualified == 0) {
    m_why->setText(
        tr("Nobody matches. Look at the figure beside each rule, and change or remove the one that is too "
           "strict."));
  } else {
    m_why->setText(tr("These people match, but none of them can be texted. The lines below say why."));
  }
}

void ReachCard::setCounting() {
  m_number->setCounting(true);
}

void ReachCard::show(const ReachView& view) {
  const QLocale locale;
  m_number->setCounting(false);
  m_number->setNumber(view.receive());
  m_number->setNote(tr("counted in %1 ms, of %2 contacts")
                        .arg(locale.toString(qRound(view.reach.seconds * 1000)), locale.toString(view.contacts)));
  m_reach = view.reach;
  explain(view);
  m_facts->setVisible(view.reach.qualified > 0);
  showFacts(view);
  showCountries(view);
  showSamples(view.samples);
}

/// Those that no provider covers come first; of the others the largest.
void ReachCard::showCountries(const ReachView& view) {
  constexpr int mostShown = 6;
  clearLayout(*m_countries);
  const auto& covered = view.rules.countries;
  auto countries = view.countries;
  std::stable_partition(countries.begin(), countries.end(),
                        [&](const audience::CountryCount& one) { return !covered.covers(one.country.toStdString()); });
  int shown = 0;
  for (const audience::CountryCount& one : countries) {
    const bool isCovered = covered.covers(one.country.toStdString());
    if (isCovered && shown >= mostShown) break;
    ++shown;
    const QString name = one.country.isEmpty() ? tr("Country not known") : phone::countryName(one.country);
    const QString people = QLocale().toString(one.people);
    auto* line = new FactRow(isCovered ? name : tr("%1: no provider covers it").arg(name), people);
    line->setObjectName(QStringLiteral("reach.country.%1").arg(one.country));
    if (!isCovered) line->setTone(Tone::Attention);
    line->setActivatable(tr("Show these people"));
    connect(line, &FactRow::clicked, this, [this, one, isCovered, name] {
      Q_EMIT countryRequested(one.country, isCovered, isCovered ? name : tr("No provider covers %1").arg(name),
                              one.people);
    });
    m_countries->addWidget(line);
  }
  const auto more = static_cast<int>(countries.size()) - shown;
  if (more > 0) m_countries->addWidget(new Label(tr("and %n more", nullptr, more), TypeRole::Hint, Ink::Text3));
  // One country that is reached says nothing new.
  const bool tells = view.countries.size() > 1 || view.reach.noProvider > 0;
  m_countriesTitle->setVisible(tells);
  if (!tells) clearLayout(*m_countries);
}

void ReachCard::showFacts(const ReachView& view) {
  const audience::Reach& reach = view.reach;
  m_qualify->setFact(tr("Qualify"), QLocale().toString(reach.qualified));
  m_held->setFact(tr("held back"), minus(reach.heldBack));
  m_held->setVisible(reach.heldBack > 0);
  m_heldByWorkspace->setFact(tr("held back by the workspace"), minus(reach.heldBackByWorkspace));
  m_heldByWorkspace->setVisible(reach.heldBackByWorkspace > 0);
  m_noPhone->setFact(tr("no number"), minus(reach.noPhone));
  m_invalid->setFact(tr("not a valid number"), minus(reach.invalidPhone));
  m_unsubscribed->setFact(tr("unsubscribed"), minus(reach.unsubscribed));
  m_duplicate->setFact(tr("same number twice"), minus(reach.duplicatePhone));
  m_noProvider->setFact(tr("no provider for the country"), minus(reach.noProvider));
  m_noProvider->setVisible(reach.noProvider > 0);
  m_receive->setFact(tr("Receive"), QLocale().toString(reach.reachable));
  showDrawing(view);
}

void ReachCard::showDrawing(const ReachView& view) {
  const bool drawn = view.isDrawn();
  m_receive->setVisible(!drawn);
  for (FactRow* line : {m_could, m_notDrawn, m_drawn}) line->setVisible(drawn);
  m_samplesTitle->setText(drawn ? tr("Some who can be texted") : tr("Some of them"));
  if (!drawn) return;
  m_could->setFact(tr("Can be texted"), QLocale().toString(view.reach.reachable));
  m_notDrawn->setFact(tr("not drawn by lot"), minus(view.reach.reachable - view.receive()));
  m_drawn->setFact(tr("Receive"), QLocale().toString(view.receive()));
}

void ReachCard::showSamples(const std::vector<audience::Profile>& samples) {
  clearLayout(*m_samples);
  for (const auto& person : samples) {
    auto* line = new PersonLine(person);
    connect(line, &QAbstractButton::clicked, this, [this, person] { Q_EMIT personRequested(person); });
    m_samples->addWidget(line);
  }
  m_samplesTitle->setVisible(!samples.empty());
}

void ReachCard::clear(const QString& why) {
  m_number->setCounting(false);
  m_number->clear();
  m_number->setNote({});
  m_why->setText(why.isEmpty() ? tr("Choose who gets the message; the people are counted here at once.") : why);
  m_why->show();
  m_import->hide();
  m_facts->hide();
  showCountries({});
  showSamples({});
}

}  // namespace heliograph::ui
