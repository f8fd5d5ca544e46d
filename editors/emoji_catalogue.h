// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <vector>

namespace heliograph::editors {

/// One emoji of Unicode's list.
struct Emoji {
  QString text;
  QString light;     ///< with the lightest skin; empty if it shows no skin
  QString name;      ///< "party popper"
  QString keywords;  ///< "celebration|party|popper|tada"
  int group = 0;

  bool operator==(const Emoji&) const = default;
};

/// The skin an emoji is shown with: none (yellow), then from light to dark.
enum class SkinTone { None, Light, MediumLight, Medium, MediumDark, Dark };

/// The text of an emoji in a tone; as it is where it shows no skin.
[[nodiscard]] QString inTone(const Emoji& emoji, SkinTone tone);

/// All emoji by group, to be searched by name and keyword.
class EmojiCatalogue final {
 public:
  /// Reads what packaging/make-emoji-data writes.
  explicit EmojiCatalogue(const QByteArray& tsv);
  /// Of the data compiled into the program.
  [[nodiscard]] static const EmojiCatalogue& builtIn();

  [[nodiscard]] const std::vector<Emoji>& all() const { return m_all; }
  /// The groups' names, as Unicode calls them.
  [[nodiscard]] const QStringList& groups() const { return m_groups; }
  [[nodiscard]] std::vector<Emoji> inGroup(int group) const;
  /// Those of which every word that is wanted begins a word of the name or a keyword; names before keywords.
  [[nodiscard]] std::vector<Emoji> search(const QString& wanted) const;
  /// The emoji with that text in any tone; null if there is none.
  [[nodiscard]] const Emoji* find(const QString& text) const;

 private:
  std::vector<Emoji> m_all;
  QStringList m_groups;
};

}  // namespace heliograph::editors
