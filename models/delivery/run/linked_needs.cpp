// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/run/linked_needs.h"

#include <QCoreApplication>
#include <algorithm>

#include "liquid/shape.h"
#include "liquid/value_text.h"

namespace heliograph::delivery {
namespace {

/// Longer values make no address.
constexpr std::size_t kLongestParameter = 4096;

QString parameterText(const audience::ProfileSchema& schema, const liquid::Value* slots, const QString& property) {
  const int slot = schema.shape().slot(property.toStdString());
  std::string text;
  if (slot >= 0) {
    liquid::TextSink sink{text, kLongestParameter};
    liquid::appendText(sink, slots[slot]);
  }
  return QString::fromStdString(text);
}

campaign::LinkedUse useOf(const campaign::Campaign& campaign, const QString& source) {
  for (const campaign::LinkedUse& use : campaign.linked) {
    if (use.source == source) return use;
  }
  return {source, {}};
}

}  // namespace

library::LinkedValues LinkedNeeds::Need::parametersOf(const audience::ProfileSchema& schema,
                                                      const liquid::Value* slots) const {
  using From = campaign::LinkedParameter::From;
  library::LinkedValues values;
  for (auto one = use.parameters.begin(); one != use.parameters.end(); ++one) {
    values[one.key()] = one->from == From::Property ? parameterText(schema, slots, one->value) : one->value;
  }
  return values;
}

LinkedNeeds::LinkedNeeds(const message::MessagePlan& message, const campaign::FrozenCampaign& frozen) {
  const QStringList sources = message.linkedSources();
  for (const library::LinkedSource& source : frozen.linked) {
    if (!sources.contains(source.name)) continue;
    m_needs.push_back({std::make_shared<const library::ReadySource>(library::ReadySource{source, {}}),
                       useOf(frozen.campaign, source.name)});
  }
  for (std::size_t copy = 0; copy < message.copies().size(); ++copy) {
    m_sourcesOfCopies.push_back(message.linkedSources(static_cast<int>(copy)));
  }
}

std::vector<const LinkedNeeds::Need*> LinkedNeeds::of(int copy) const {
  const auto at = static_cast<std::size_t>(copy);
  std::vector<const Need*> needs;
  for (const Need& need : m_needs) {
    if (at < m_sourcesOfCopies.size() && m_sourcesOfCopies[at].contains(need.ready->source.name)) {
      needs.push_back(&need);
    }
  }
  return needs;
}

Result<> LinkedNeeds::readSecrets(const net::SecretStore& store) {
  m_obstacle.clear();
  for (Need& need : m_needs) {
    const library::LinkedSource& source = need.ready->source;
    auto secrets = library::readLinkedSecrets(source, store);
    if (!secrets) return fail(secrets.error());
    if (!secrets->isComplete() && m_obstacle.isEmpty()) {
      m_obstacle = QCoreApplication::translate("LinkedNeeds",
                                               "Missing for the linked content “%1”: %2. Enter it under "
                                               "Linked content.")
                       .arg(source.name, secrets->missing.join(QStringLiteral(", ")));
    }
    need.ready = std::make_shared<const library::ReadySource>(library::ReadySource{source, std::move(*secrets)});
  }
  return {};
}

}  // namespace heliograph::delivery
