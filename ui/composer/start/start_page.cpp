// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/start/start_page.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "core/clock.h"
#include "ui/composer/start/goal_field.h"
#include "ui/composer/start/label_field.h"
#include "ui/composer/start/readiness_strip.h"
#include "ui/composer/start/route_combo.h"
#include "ui/composer/start/way_cards.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/segmented_choice.h"

namespace heliograph::ui {

using campaign::Purpose;

namespace {

constexpr int kStartWidth = 720;
constexpr int kLongestNameLine = 200;
constexpr int kNamedCountries = 12;

Label* smallPrint() {
  auto* label = new Label({}, TypeRole::Hint, Ink::Text2);
  label->setWordWrap(true);
  return label;
}

QVBoxLayout* columnOf(QWidget* widget) {
  auto* column = new QVBoxLayout(widget);
  column->setContentsMargins({});
  column->setSpacing(size::Small);
  return column;
}

}  // namespace

StartPage::StartPage(Services& services, CampaignDocument& document, QWidget* parent)
    : StepPage(services, document, parent) {
  auto* inside = new QWidget;
  inside->setMaximumWidth(kStartWidth);
  auto* column = columnOf(inside);
  makeFields();
  makeStrip();
  column->addWidget(new PageHeader(tr("Start"), tr("What this campaign is, and what it is sent through.")));
  column->addSpacing(size::Small);
  column->addWidget(makeFieldLabel(tr("Name"), m_name));
  column->addWidget(m_name);
  column->addSpacing(size::Small);
  column->addWidget(makeFieldLabel(tr("Labels"), m_labels->line()));
  column->addWidget(m_labels);
  column->addWidget(m_labelProblem);
  column->addSpacing(size::Small);
  column->addWidget(makePurpose());
  column->addSpacing(size::Small);
  column->addWidget(makeWay());
  column->addSpacing(size::Small);
  column->addWidget(makeRoute());
  column->addSpacing(size::Small);
  m_goal = new GoalField(services);
  connect(m_goal, &GoalField::changed, this,
          [this](const std::optional<audience::Goal>& goal) { m_document.setGoal(goal); });
  column->addWidget(m_goal);
  column->addSpacing(size::Large);
  column->addWidget(m_strip);
  body()->addWidget(inside);
  body()->addStretch();
}

void StartPage::makeFields() {
  m_name = new QLineEdit;
  m_name->setObjectName(QStringLiteral("start.name"));
  m_name->setAccessibleName(tr("Name"));
  m_name->setPlaceholderText(tr("Such as Black Friday reminder"));
  m_name->setMaxLength(kLongestNameLine);
  m_name->setMinimumHeight(size::Field);
  m_labels = new LabelField;
  m_labelProblem = new Label({}, TypeRole::Hint, Ink::Problem);
  m_labelProblem->setObjectName(QStringLiteral("start.labelProblem"));
  m_labelProblem->setWordWrap(true);
  m_labelProblem->hide();
  connect(m_name, &QLineEdit::textEdited, this, [this](const QString& text) { m_document.setName(text); });
  connect(m_labels, &LabelField::edited, this, [this](const QStringList& labels) { m_document.setLabels(labels); });
  connect(m_labels, &LabelField::problem, this, [this](const QString& why) {
    m_labelProblem->setText(why);
    m_labelProblem->setVisible(!why.isEmpty());
  });
}

QWidget* StartPage::makePurpose() {
  m_purpose = new SegmentedChoice;
  m_purpose->setObjectName(QStringLiteral("start.purpose"));
  m_purpose->setAccessibleName(tr("Purpose"));
  m_purpose->addChoice(static_cast<int>(Purpose::Marketing), tr("Marketing"));
  m_purpose->addChoice(static_cast<int>(Purpose::Transactional), tr("Transactional"));
  m_consequence = smallPrint();
  m_consequence->setObjectName(QStringLiteral("start.consequence"));
  connect(m_purpose, &SegmentedChoice::chosen, this, [this](int id) {
    m_document.setPurpose(static_cast<Purpose>(id));
    showPurpose(static_cast<Purpose>(id));
  });
  auto* box = new QWidget;
  auto* column = columnOf(box);
  column->addWidget(makeFieldLabel(tr("Purpose"), m_purpose));
  column->addWidget(m_purpose);
  column->addWidget(m_consequence);
  return box;
}

QWidget* StartPage::makeWay() {
  m_way = new WayCards;
  connect(m_way, &WayCards::chosen, this, &StartPage::chooseWay);
  // Taking the choice back leads to Who.
  connect(&m_document, &CampaignDocument::changed, this, [this](const ChangeEvent& event) {
    if (event.field == CampaignField::Audience) m_way->setLive(m_document.campaign().audience.isLive());
  });
  auto* box = new QWidget;
  auto* column = columnOf(box);
  column->addWidget(makeFieldLabel(tr("Who it is for"), m_way));
  column->addWidget(m_way);
  return box;
}

void StartPage::chooseWay(bool live) {
  const campaign::Audience now = m_document.campaign().audience;
  if (now.isLive() == live) return;
  const bool known = m_otherWay.isLive() == live;
  m_document.setAudience(known ? m_otherWay : live ? campaign::Audience::asTheyAct({}) : campaign::Audience{});
  m_otherWay = now;
}

QWidget* StartPage::makeRoute() {
  m_route = new RouteCombo(m_routes);
  m_route->setObjectName(QStringLiteral("start.route"));
  m_route->setAccessibleName(tr("Send through"));
  m_aboutRoute = smallPrint();
  m_aboutRoute->setObjectName(QStringLiteral("start.aboutRoute"));
  m_noRoute = makeNoRoute();
  connect(m_route, &QComboBox::activated, this, &StartPage::storeRoute);

  auto* box = new QWidget;
  auto* column = columnOf(box);
  column->addWidget(makeFieldLabel(tr("Send through"), m_route));
  column->addWidget(m_route);
  column->addWidget(m_aboutRoute);
  column->addWidget(m_noRoute);
  return box;
}

QWidget* StartPage::makeNoRoute() {
  auto* add = new Button(tr("Add a provider"), ButtonRole::Plain, Icon::Plus);
  add->setObjectName(QStringLiteral("start.addProvider"));
  m_sandbox = new Button(tr("Use the sandbox, no real texts"), ButtonRole::Quiet);
  m_sandbox->setObjectName(QStringLiteral("start.sandbox"));
  m_sandboxProblem = new Label({}, TypeRole::Hint, Ink::Problem);
  m_sandboxProblem->setWordWrap(true);
  connect(add, &Button::clicked, this, &StartPage::providersRequested);
  connect(m_sandbox, &Button::clicked, this, &StartPage::useSandbox);
  auto* box = new QWidget;
  auto* column = columnOf(box);
  auto* row = new QHBoxLayout;
  row->setSpacing(size::Small);
  row->addWidget(add);
  row->addWidget(m_sandbox);
  row->addStretch();
  column->addLayout(row);
  column->addWidget(m_sandboxProblem);
  box->hide();
  return box;
}

void StartPage::makeStrip() {
  m_strip = new ReadinessStrip;
  connect(m_strip, &ReadinessStrip::mendRequested, this, [this](int part) {
    if (part == ReadinessStrip::Contacts) Q_EMIT importRequested();
    if (part == ReadinessStrip::Provider) Q_EMIT providersRequested();
    if (part == ReadinessStrip::Prices) Q_EMIT pricesRequested();
  });
}

void StartPage::load(const campaign::Campaign& campaign) {
  if (m_name->text() != campaign.name) m_name->setText(campaign.name);
  m_labels->setLabels(campaign.labels);
  showPurpose(campaign.purpose);
  showRoute(campaign.route);
  m_goal->load(campaign.goal);
  m_way->setLive(campaign.audience.isLive());
}

void StartPage::showPurpose(Purpose purpose) {
  m_purpose->setCurrent(static_cast<int>(purpose));
  m_consequence->setText(
      purpose == Purpose::Marketing
          ? tr("Offers and news, for people who agreed to get them. The text says how to unsubscribe; whoever has done "
               "so is left out, and quiet hours are kept.")
          : tr("About something the person did, such as an order or an appointment, and without advertising. No "
               "opt-out line is asked for, and it leaves at any hour. Whoever has unsubscribed is left out here as "
               "well, as operators hold an "
               "opt-out for every text."));
}

void StartPage::enter() {
  m_goal->refresh();
  m_services.background
      .run([services = m_services, chosen = m_document.campaign().route] { return startFacts(services, chosen); })
      .then(this, [this](const StartFacts& facts) { showFacts(facts); });
}

void StartPage::showFacts(const StartFacts& facts) {
  m_facts = facts;
  {
    const QSignalBlocker quiet(m_route);
    m_routes.setRows(facts.routes);
  }
  m_labels->setKnown(facts.labels);
  const bool any = m_routes.rowCount() > 0;
  m_noRoute->setVisible(!any);
  m_route->setEnabled(any);
  m_route->setToolTip(any ? QString() : tr("There is no provider yet. Add one, or use the sandbox."));
  if (facts.contacts > 0) {
    m_strip->set(ReadinessStrip::Contacts, tr("Contacts %1").arg(QLocale().toString(facts.contacts)), Tone::Fine);
  } else {
    m_strip->set(ReadinessStrip::Contacts, tr("No contacts yet"), Tone::Attention, tr("Import"));
  }
  m_way->setLiveBlockedBecause(
      facts.acts ? QString()
                 : tr("There is nothing to wait for yet: no events, and nobody has a date. They come with an "
                      "import of what people did."));
  showRoute(m_document.campaign().route);
  lookForPrices();
}

void StartPage::showRoute(const providers::Route& route) {
  const QSignalBlocker quiet(m_route);
  const int row = m_routes.rowOfRoute(route);
  m_route->setCurrentIndex(row);
  m_aboutRoute->setVisible(row >= 0);
  if (row < 0) {
    const bool none = m_routes.rowCount() == 0;
    m_strip->set(ReadinessStrip::Provider, none ? tr("No provider yet") : tr("No provider chosen"), Tone::Attention,
                 none ? tr("Add") : QString());
    return;
  }
  const items::RouteEntry& entry = m_routes.row(row);
  const qint64 key = entry.route.kind == QLatin1String("group") ? -entry.route.id : entry.route.id;
  m_aboutRoute->setText(m_facts.about.value(key));
  const auto tone = static_cast<Tone>(entry.health.tone);
  m_strip->set(ReadinessStrip::Provider, tr("Provider: %1").arg(entry.health.word.toLower()), tone,
               tone == Tone::Fine ? QString() : tr("Look"), entry.detail);
}

void StartPage::lookForPrices() {
  const quint64 generation = ++m_priceGeneration;
  m_services.background
      .run([services = m_services, route = m_document.campaign().route] {
        return countriesWithoutPrice(services, route);
      })
      .then(this, [this, generation](const QStringList& countries) {
        if (generation != m_priceGeneration) return;
        if (countries.isEmpty()) return m_strip->set(ReadinessStrip::Prices, {}, Tone::Neutral);
        const QString words = countries.size() == 1 ? tr("Prices missing for %1").arg(countries.front())
                                                    : tr("Prices missing for %1 countries").arg(countries.size());
        QStringList named = countries.mid(0, kNamedCountries);
        if (countries.size() > kNamedCountries) named << QStringLiteral("…");
        m_strip->set(ReadinessStrip::Prices, words, Tone::Attention, tr("Fix"),
                     tr("Without a price the cost can't be told beforehand: %1").arg(named.join(QStringLiteral(", "))));
      });
}

void StartPage::storeRoute(int row) {
  m_document.setRoute(m_routes.row(row).route);
  showRoute(m_document.campaign().route);
  lookForPrices();
}

void StartPage::useSandbox() {
  m_sandbox->setBlockedBecause(tr("It is being made ready"));
  m_services.background.run([services = m_services] { return addSandbox(services); })
      .then(this, [this](const Result<>& added) {
        m_sandbox->setBlockedBecause({});
        if (added) return enter();
        m_sandboxProblem->setText(added.error().message);
      });
}

void StartPage::focusField(const QString& field, int offset) {
  if (field == QLatin1String("route")) {
    m_route->setFocus();
  } else if (field == QLatin1String("purpose")) {
    if (auto* chosen = m_purpose->findChild<QAbstractButton*>()) chosen->setFocus();
  } else if (field == QLatin1String("labels")) {
    m_labels->line()->setFocus();
  } else if (field == QLatin1String("way")) {
    m_way->focusCurrent();
  } else if (field == QLatin1String("goal")) {
    m_goal->focusGoal();
  } else {
    m_name->setFocus();
    if (offset >= 0) return m_name->setCursorPosition(offset);
    m_name->selectAll();
  }
}

}  // namespace heliograph::ui
