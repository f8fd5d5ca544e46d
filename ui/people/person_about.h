// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "audience/people/person_facts.h"

class QVBoxLayout;

namespace heliograph::ui {

/// What is known of somebody: who they are, their properties, consents, devices and lists.
class PersonAbout final : public QWidget {
  Q_OBJECT
 public:
  explicit PersonAbout(QWidget* parent = nullptr);

  void showFacts(const audience::PersonFacts& facts);
  void showWords(const QString& words, bool isProblem);

 private:
  void addHeading(const QString& text);
  void addFact(const QString& name, const QString& value);
  void addNote(const QString& text);
  void addProperties(const audience::PersonFacts& facts);
  void addConsents(const audience::PersonFacts& facts);

  QVBoxLayout* m_column;
};

}  // namespace heliograph::ui
