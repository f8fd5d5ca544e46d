// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/answer/batch_results.h"

#include <algorithm>

#include "providers/definition/number_form.h"

namespace heliograph::providers {
namespace {

using Results = std::vector<std::vector<const AnswerNode*>>;

Results byIndex(const std::vector<const AnswerNode*>& elements, std::size_t count) {
  Results results(count);
  if (elements.size() != count) return results;
  for (std::size_t i = 0; i < count; ++i) results[i].push_back(elements[i]);
  return results;
}

/// `isOf(text, message)`: what a result says back means this message.
Results byEcho(const std::vector<const AnswerNode*>& elements, const Selector& echo, const net::HttpAnswer& answer,
               const std::vector<OutgoingMessage>& messages, const auto& isOf) {
  Results results(messages.size());
  for (const AnswerNode* element : elements) {
    const QString said = echo.first(*element, answer);
    // One that says nothing back belongs to nobody for sure.
    if (said.isEmpty()) continue;
    const auto is = [&](const OutgoingMessage& each) { return isOf(said, each); };
    const auto of = std::find_if(messages.begin(), messages.end(), is);
    // Of nobody's, or of two of them (numbers without their country): nothing of this answer can be relied on.
    if (of == messages.end() || std::any_of(of + 1, messages.end(), is)) return Results(messages.size());
    results[static_cast<std::size_t>(of - messages.begin())].push_back(element);
  }
  return results;
}

}  // namespace

std::vector<const AnswerNode*> resultNodes(const BatchSpec& batch, const AnswerNode& root) {
  auto nodes = batch.each.elements(root);
  const bool isWhole = nodes.size() == 1 && nodes.front() == &root;
  return isWhole ? std::vector<const AnswerNode*>() : nodes;
}

Results resultsOf(const ProviderDefinition& definition, const net::HttpAnswer& answer, const AnswerNode& root,
                  const std::vector<OutgoingMessage>& messages) {
  const BatchSpec& batch = definition.batch;
  const auto elements = resultNodes(batch, root);
  if (batch.match == BatchSpec::Match::ClientId) {
    return byEcho(elements, batch.result.echoClientId, answer, messages,
                  [](const QString& said, const OutgoingMessage& message) { return said == message.clientId; });
  }
  if (batch.match == BatchSpec::Match::Number) {
    return byEcho(elements, batch.result.echoTo, answer, messages,
                  [&](const QString& said, const OutgoingMessage& message) {
                    return isSameNumber(said, message.to, definition.numberForm);
                  });
  }
  return byIndex(elements, messages.size());
}

}  // namespace heliograph::providers
