// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <map>

namespace heliograph::message {

/// The line that says how to unsubscribe, put under the text.
struct OptOutLine {
  enum class When {
    Never,
    FirstText,  ///< only in the first text that a person gets from this workspace
    Always,
  };
  static constexpr int longest = 60;  ///< UTF-16 units of text

  When when = When::Never;
  QString text;  ///< plain text, such as "Reply STOP to opt out"

  bool operator==(const OptOutLine&) const = default;
};

/// What is added to each web link, so that visits can be told by campaign (the utm_ parameters). Values may hold
/// Liquid; empty ones aren't added.
struct LinkTagging {
  bool on = false;
  QString source;
  QString medium;
  QString campaign;
  QString term;
  QString content;

  bool operator==(const LinkTagging&) const = default;
};

/// What becomes of the links in a text.
struct LinkRules {
  static constexpr int mostShortened = 5;  ///< links shortened in one message

  LinkTagging tagging;
  QString shortener;      ///< the workspace's name of it; empty: none is chosen
  QStringList shortened;  ///< the links that are shortened, as they stand in the message
  /// What is sent in their place: made when the campaign is published and frozen with it, placeholders of the same
  /// length before. Those without one stay as they are.
  std::map<QString, QString> shortLinks;

  bool operator==(const LinkRules&) const = default;
};

/// What is done with every rendered text before it is measured and sent, in this order: links are tagged and shortened,
/// the opt-out line is added, characters are replaced.
struct TextRules {
  bool keepGsm7 = false;  ///< characters that would make it UCS-2 are replaced where a fair replacement exists
  OptOutLine optOut;
  LinkRules links;

  bool operator==(const TextRules&) const = default;
};

}  // namespace heliograph::message
