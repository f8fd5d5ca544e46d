// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/rules/rule_choices.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

#include "audience/property_label.h"
#include "audience/rules/segment_fields.h"

namespace heliograph::ui {

using audience::SegmentPart;

namespace {

constexpr int kUsualDays = 30;
constexpr int kUsualRadius = 10;

QString choiceWords(const char* words) {
  return QCoreApplication::translate("heliograph::ui::RuleChoices", words);
}

audience::TimeWindow lately() {
  audience::TimeWindow window;
  window.kind = audience::TimeWindow::Kind::InLast;
  window.count = kUsualDays;
  return window;
}

/// Collects the entries of the menu.
class ChoiceList final {
 public:
  ChoiceList(const RuleSupply& supply, const std::function<void(const SegmentPart&)>& take)
      : m_supply(supply), m_offers(supply.offers()), m_take(take) {}

  std::vector<PaletteEntry> all() {
    addEvents();
    addProperties();
    addMemberships();
    addCampaigns();
    addWhole();
    addMissing();
    return std::move(m_entries);
  }

 private:
  void add(const QString& title, const char* kind, const QString& detail, Icon icon, SegmentPart part) {
    m_entries.push_back(
        {title, choiceWords(kind), detail, icon, [take = m_take, part = std::move(part)] { take(part); }});
  }

  void addEvents() {
    for (const audience::EventType& type : m_offers.events) {
      audience::EventRule rule;
      rule.event = type.name;
      rule.within = lately();
      const qint64 events = m_supply.eventsNamed(type.name);
      const qint64 people = m_supply.peopleOfEvent(type.name);
      const QString detail = people >= 0  ? peopleCountWords(people)
                             : events < 0 ? QString()
                                          : choiceWords("%1 times").arg(QLocale().toString(events));
      add(type.name, QT_TRANSLATE_NOOP("heliograph::ui::RuleChoices", "Event"), detail, Icon::Play, {std::move(rule)});
    }
  }

  static QString peopleCountWords(qint64 people) {
    return people == 1 ? choiceWords("1 person") : choiceWords("%1 people").arg(QLocale().toString(people));
  }

  void addProperties() {
    for (const items::PropertyEntry& entry : m_offers.properties) {
      const bool derived = audience::findDerivedField(entry.name) != nullptr;
      QString detail;
      const bool instant = entry.type == audience::PropertyType::Date;
      if (!derived && !instant && !entry.sample.isEmpty())
        detail = choiceWords("for example %1").arg(entry.sample.left(24));
      add(audience::propertyLabel(entry.name), QT_TRANSLATE_NOOP("heliograph::ui::RuleChoices", "Known of people"),
          detail, Icon::Users, {firstRuleOn(entry.name, entry.type)});
    }
  }

  void addMemberships() {
    using Of = audience::MemberRule::Of;
    for (const QString& name : m_offers.segments) {
      add(name, QT_TRANSLATE_NOOP("heliograph::ui::RuleChoices", "Segment"), {}, Icon::Rules,
          {audience::MemberRule{Of::Segment, name}});
    }
    for (const QString& name : m_offers.lists) {
      add(name, QT_TRANSLATE_NOOP("heliograph::ui::RuleChoices", "List"), {}, Icon::List,
          {audience::MemberRule{Of::List, name}});
    }
  }

  void addCampaigns() {
    using audience::CampaignRule;
    for (const QString& name : m_offers.campaigns) {
      add(name, QT_TRANSLATE_NOOP("heliograph::ui::RuleChoices", "Received campaign"), {}, Icon::Send,
          {CampaignRule{CampaignRule::By::Campaign, name}});
    }
    for (const QString& label : m_offers.labels) {
      add(label, QT_TRANSLATE_NOOP("heliograph::ui::RuleChoices", "Received a campaign labelled"), {}, Icon::Send,
          {CampaignRule{CampaignRule::By::Label, label}});
    }
  }

  void addWhole() {
    if (m_offers.devices) {
      add(choiceWords("App and device"), QT_TRANSLATE_NOOP("heliograph::ui::RuleChoices", "Version, make, model"), {},
          Icon::Phone, {audience::DeviceRule{}});
    }
    if (hasPlaces()) {
      audience::NearRule rule;
      rule.radius = kUsualRadius;
      add(choiceWords("Near a place"),
          QT_TRANSLATE_NOOP("heliograph::ui::RuleChoices", "So many km or miles around cities"), {}, Icon::At,
          {std::move(rule)});
    }
    if (m_offers.events.empty()) return;
    audience::SameValueRule rule;
    const audience::EventType& first = m_offers.events.front();
    const QString property = first.properties.empty() ? QString() : first.properties.front().name;
    rule.events.push_back({first.name, property, true, lately(), {}});
    rule.events.push_back({first.name, property, false, {}, {}});
    add(choiceWords("Same value in several events"),
        QT_TRANSLATE_NOOP("heliograph::ui::RuleChoices", "Viewed a product, did not buy that one"), {}, Icon::Link,
        {std::move(rule)});
  }

  void miss(const char* title, const char* why) {
    m_entries.push_back({choiceWords(title), choiceWords(why), {}, Icon::None, {}});
  }

  /// Whether people's places can be known.
  [[nodiscard]] bool hasPlaces() const {
    return std::any_of(m_offers.properties.begin(), m_offers.properties.end(), [](const items::PropertyEntry& entry) {
      return entry.name.compare(QLatin1String("city"), Qt::CaseInsensitive) == 0 ||
             entry.name.compare(QLatin1String("latitude"), Qt::CaseInsensitive) == 0;
    });
  }

  void addMissing() {
    if (m_offers.events.empty()) {
      miss(QT_TRANSLATE_NOOP("heliograph::ui::RuleChoices", "What people did"),
           QT_TRANSLATE_NOOP("heliograph::ui::RuleChoices", "No events were imported yet"));
    }
    if (m_offers.lists.isEmpty()) {
      miss(QT_TRANSLATE_NOOP("heliograph::ui::RuleChoices", "Lists"),
           QT_TRANSLATE_NOOP("heliograph::ui::RuleChoices", "No list was imported yet"));
    }
    if (m_offers.campaigns.isEmpty()) {
      miss(QT_TRANSLATE_NOOP("heliograph::ui::RuleChoices", "Earlier campaigns"),
           QT_TRANSLATE_NOOP("heliograph::ui::RuleChoices", "None was sent yet"));
    }
    if (!hasPlaces()) {
      miss(QT_TRANSLATE_NOOP("heliograph::ui::RuleChoices", "Near a place"),
           QT_TRANSLATE_NOOP("heliograph::ui::RuleChoices", "Nobody’s city is known"));
    }
    if (!m_offers.devices) {
      miss(QT_TRANSLATE_NOOP("heliograph::ui::RuleChoices", "App and device"),
           QT_TRANSLATE_NOOP("heliograph::ui::RuleChoices", "No devices were imported yet"));
    }
  }

  const RuleSupply& m_supply;
  const RuleOffers& m_offers;
  std::function<void(const SegmentPart&)> m_take;
  std::vector<PaletteEntry> m_entries;
};

}  // namespace

audience::SegmentRule firstRuleOn(const QString& property, audience::PropertyType type) {
  return {property, audience::operatorsFor(type).front(), {}};
}

std::vector<PaletteEntry> ruleChoices(const RuleSupply& supply, const std::function<void(const SegmentPart&)>& take) {
  return ChoiceList(supply, take).all();
}

}  // namespace heliograph::ui
