// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>
#include <vector>

class QCheckBox;
class QLineEdit;
class QVBoxLayout;

namespace heliograph::ui {

class LinkButton;

/// One line of a list of pairs: a name and what it has.
struct LinkedPair {
  QString name;
  QString value;
  bool isSecret = false;

  bool operator==(const LinkedPair&) const = default;
};

/// A list of pairs to be typed: headers, labels with values of one's own, labels of an answer.
class LinkedRows final : public QWidget {
  Q_OBJECT
 public:
  /// How the list speaks of itself.
  struct Words {
    QString object;  ///< begins the objects' names: "linked.headers"
    QString name;    ///< heading and accessible name of the first field
    QString value;
    QString add;  ///< the link that adds a line
    bool mayBeSecret = false;
  };
  explicit LinkedRows(Words words, QWidget* parent = nullptr);

  void setPairs(const std::vector<LinkedPair>& pairs);
  /// What is typed; lines without a name are left out.
  [[nodiscard]] std::vector<LinkedPair> pairs() const;
  void add(const LinkedPair& pair);

 Q_SIGNALS:
  void edited();

 private:
  struct Row {
    QWidget* line;
    QLineEdit* name;
    QLineEdit* value;
    QCheckBox* secret;  ///< null unless a pair may be one
  };
  void remove(QWidget* line);
  void showAsSecret(const Row& row, bool isSecret);

  Words m_words;
  QVBoxLayout* m_lines;
  LinkButton* m_more;
  std::vector<Row> m_rows;
};

}  // namespace heliograph::ui
