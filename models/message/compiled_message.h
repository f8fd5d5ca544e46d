// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/result.h"

namespace heliograph::liquid {
class Shape;
class Value;
}  // namespace heliograph::liquid

namespace heliograph::message {

/// One person's values as a row: `values` holds one value for every name of `shape`. Views; they must outlive the call.
struct PersonValues {
  const liquid::Shape* shape = nullptr;
  const liquid::Value* values = nullptr;
  const liquid::Value* coupons = nullptr;  ///< the root Coupon: a hash of pool -> code
  const liquid::Value* linked = nullptr;   ///< the root Linked: a hash of source -> labels
  const liquid::Value* event = nullptr;    ///< the root Event: a hash of property -> value
  bool textedBefore = false;               ///< this workspace has sent them a text already
};

/// A property that the message reads.
struct PropertyUse {
  QString root;
  QString property;
  bool hasFallback = false;  ///< guarded by `default` where it is printed
  bool inTag = false;        ///< read by a tag ({% if … %}), where a gap is normal
  qsizetype begin = 0;
  qsizetype end = 0;
  QString label = {};    ///< the next name of the path, empty if there is none: Linked.<property>.<label>
  QString snippet = {};  ///< the snippet that reads it; then the place is that of the tag which asks for the snippet
};

/// Snippets of the library by name: Liquid, canonical UTF-8.
using Snippets = std::map<QString, QByteArray>;

/// What became of the message for one person.
struct RenderedText {
  enum class Status { Ok, Failed, Aborted };
  Status status = Status::Ok;
  std::string text;       ///< UTF-8
  QString reason;         ///< Failed: what Liquid said; Aborted: the author's reason, may be empty
  QStringList missing;    ///< printed properties that this person has no value for and that have no fallback
  QStringList defaulted;  ///< printed properties for which this person gets the fallback
};

class MessageRenderer;

/// A message that parses, ready to be rendered for anybody. Immutable; threads share it.
class CompiledMessage final {
 public:
  /// Compiles canonical UTF-8 Liquid with the snippets that it may ask for. Errors: InvalidInput with the first
  /// problem's sentence; use lintMessage() for all.
  [[nodiscard]] static Result<CompiledMessage> compile(const QByteArray& source, const Snippets& snippets = {});

  [[nodiscard]] QByteArray source() const;
  /// Those that its snippets read are among them.
  [[nodiscard]] const std::vector<PropertyUse>& properties() const;

  /// The text for one person. `renderer` is scratch memory of the calling thread.
  [[nodiscard]] RenderedText render(const PersonValues& person, MessageRenderer& renderer) const;

 private:
  struct Compiled;
  explicit CompiledMessage(std::shared_ptr<const Compiled> compiled) : m_compiled(std::move(compiled)) {}

  std::shared_ptr<const Compiled> m_compiled;
};

/// Scratch memory and the campaign's facts for rendering many people on one thread.
class MessageRenderer final {
 public:
  /// `now` is what "now" means in the text; `campaignName` and `campaignId` are `Campaign.name` and `Campaign.id`.
  explicit MessageRenderer(const QDateTime& now, QString campaignName = {}, qint64 campaignId = 0);
  ~MessageRenderer();
  Q_DISABLE_COPY_MOVE(MessageRenderer)

 private:
  friend class CompiledMessage;
  struct State;
  std::unique_ptr<State> m_state;
};

}  // namespace heliograph::message
